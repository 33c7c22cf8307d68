/**
 * Residual branches and normalization: many seeds through the page's entry against the theory's lines. What is printed of
 * them stands in `targets/blocks.ts`.
 */
import { describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { runLab } from '../experiment/runLane.ts';
import type { LaneRun } from '../experiment/results.ts';
import { parseQuery } from '../lab/query.ts';

const kernels = await createKernels();
const SEEDS = 10;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;
const runs = (query: string): readonly LaneRun[] =>
  Array.from({ length: SEEDS }, (_, seed) =>
    runLab(parseQuery(`${query}&seed=${seed}`).lab, kernels, () => 0),
  ).flat();

/** Standard errors between the logarithms of what is measured and of what theory says, beyond some per cent of finite width. */
function apart(measured: readonly number[], theory: readonly number[], slack: number): number {
  const logs = measured.map((value, i) => Math.log(value / theory[i]!));
  const centre = mean(logs);
  const error = Math.sqrt(mean(logs.map((x) => (x - centre) ** 2)) / (SEEDS - 1));
  return Math.max(0, Math.abs(centre) - slack) / error;
}

describe('measured against theory, forward and backward', () => {
  test.each([
    'lane=he_normal&block=residual1',
    'lane=he_normal&block=residual2&branch=1/sqrt(L)&in=20',
    'lane=xavier_normal&act=tanh&block=residual1&branch=0.5&bias=random_normal(std=0.3)',
    'lane=he_normal&act=gelu&block=residual2&branch=1/sqrt(2L)',
    'lane=he_normal&block=residual2&branch=fixup',
    'lane=he_normal&norm=batch',
    'lane=xavier_normal&act=tanh&norm=batch',
    'lane=he_normal&norm=layer',
    'lane=random_normal(std=0.5)&act=silu&norm=layer',
    'lane=he_normal&block=residual1&norm=batch',
    'lane=he_normal&block=residual2&norm=layer',
  ])('%s', (query) => {
    const found = runs(`width=256&depth=7&batch=64&${query}`);
    found[0]!.layers.forEach((_, i) => {
      const at = found.map(({ layers }) => layers[i]!);
      const theory = at.map((layer) => layer.theory!);
      const label = `layer ${i + 1}`;
      const z = theory.map((t) => t.preActivationStd);
      // A branch that starts at 0 is exactly 0, and nothing comes back through it.
      if (z[0]! > 0) {
        expect(
          apart(
            at.map((l) => l.preActivations.std),
            z,
            0.05,
          ),
          label,
        ).toBeLessThan(4.5);
      } else expect(at.every((l) => l.preActivations.rms === 0)).toBe(true);
      const h = theory.map((t) => t.activationStd);
      expect(
        apart(
          at.map((l) => l.activations.std),
          h,
          0.05,
        ),
        label,
      ).toBeLessThan(4.5);
      const g = theory.map((t) => t.gradientStd!);
      if (g[0]! > 0) {
        // Layer norm takes its mean and its own direction out of 256 numbers, and width adds what it adds to variances.
        expect(
          apart(
            at.map((l) => l.gradients!.std),
            g,
            0.1,
          ),
          label,
        ).toBeLessThan(4.5);
      } else expect(at.every((l) => l.gradients!.rms === 0)).toBe(true);
    });
  });
});

test('where nothing is known, nothing is said', () => {
  const theory = (query: string) =>
    runLab(
      parseQuery(`lane=he_normal&width=16&depth=3&${query}`).lab,
      kernels,
      () => 0,
    )[0]!.layers.map((layer) => layer.theory);
  expect(theory('norm=batch&batch=1')).toEqual([null, null, null]);
  expect(theory('norm=batch&batch=3')).toEqual([null, null, null]);
  expect(theory('norm=batch&batch=8&net=conv')).toEqual([null, null, null]);
  expect(theory('norm=layer&width=1').every((point) => point !== null)).toBe(true);
});
