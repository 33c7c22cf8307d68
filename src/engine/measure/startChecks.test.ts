/** The three questions against closed forms; the spread between examples against its definition. */
import { expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { spreadBetweenRows } from './measurements.ts';
import { parseQuery } from '../lab/query.ts';
import { runLab } from '../experiment/runLane.ts';
import { startChecks } from './startChecks.ts';

const kernels = await createKernels();
const checksOf = (query: string) =>
  runLab(parseQuery(query).lab, kernels, () => 0).map(({ layers }) => startChecks(layers));

test('the spread between rows is the root of the columns’ mean variance', () => {
  const rows = [
    [1, 10, -3],
    [2, 10, 5],
    [6, 10, 1],
    [3, 10, 0.5],
  ];
  const variance = (values: readonly number[]): number => {
    const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
    return values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length;
  };
  const wanted = [0, 1, 2].map((col) => variance(rows.map((row) => row[col] ?? 0)));
  const found = spreadBetweenRows(Float64Array.from(rows.flat()), 3);
  expect(found).toBeCloseTo(Math.sqrt((wanted[0]! + wanted[1]! + wanted[2]!) / 3), 12);
});

test('differences far below the values are kept', () => {
  const values = Float32Array.from([0.5, 0.25, 0.5 + 2 ** -24, 0.25, 0.5, 0.25, 0.5, 0.25]);
  // Three values 0 and one 2⁻²⁴ in the first of two columns: variance 3/16 · 2⁻⁴⁸.
  expect(spreadBetweenRows(values, 2) / (2 ** -24 * Math.sqrt(3 / 32))).toBeCloseTo(1, 6);
  expect(spreadBetweenRows(Float32Array.from([0.5, 0.25, 0.5, 0.25]), 2)).toBe(0);
});

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
