/** The three questions against closed forms. */
import { expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { parseQuery } from '../lab/query.ts';
import { runLab } from '../experiment/runLane.ts';
import { startChecks } from './startChecks.ts';

const kernels = await createKernels();
const checksOf = (query: string) =>
  runLab(parseQuery(query).lab, kernels, () => 0).map(({ layers }) => startChecks(layers));

test('linear layers multiply a size by √(n · Var(w)) each', () => {
  const [uniform, normal, rule] = checksOf(
    'lane=random_uniform(min=-0.1,max=0.1)&lane=random_normal(std=0.1)&lane=xavier_normal&act=linear&depth=6&width=400',
  );
  const steps = 5;
  const wanted = [400 / 300, 400 / 100, 1].map((factor) => factor ** (steps / 2));
  for (const [i, checks] of [uniform, normal, rule].entries()) {
    // A layer's gain varies by some √(2/n) = 7 % around its mean; five of them by 16 %.
    expect((checks?.forward.ratio ?? 0) / (wanted[i] ?? 0)).toBeGreaterThan(0.7);
    expect((checks?.forward.ratio ?? 0) / (wanted[i] ?? 0)).toBeLessThan(1.4);
    expect((checks?.backward?.ratio ?? 0) / (wanted[i] ?? 0)).toBeGreaterThan(0.7);
    expect((checks?.backward?.ratio ?? 0) / (wanted[i] ?? 0)).toBeLessThan(1.4);
  }
  expect([uniform, normal, rule].map((each) => each?.forward.kept)).toEqual([true, false, true]);
});

test('zeros keep nothing, a single layer is not asked, no backward pass leaves its question open', () => {
  const [zeros] = checksOf('lane=zeros&act=relu&depth=4&width=8');
  expect(zeros).toEqual({
    different: { kept: false, distinct: 1, units: 8 },
    forward: { kept: false, ratio: 0 },
    backward: { kept: false, ratio: 0 },
  });
  expect(checksOf('lane=he_normal&depth=1&width=8')).toEqual([null]);
  expect(checksOf('lane=he_normal&depth=3&width=8&backward=0')[0]?.backward).toBeNull();
});
