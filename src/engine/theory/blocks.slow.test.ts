/**
 * Residual branches and normalization: many seeds through the page's entry against the theory's lines, and those against
 * what is printed. Ids are those of docs/blocks.md.
 */
import { describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { runLab } from '../experiment/runLane.ts';
import type { LaneRun } from '../experiment/results.ts';
import { parseQuery } from '../lab/query.ts';
import { branchFactor } from '../passes/blocks.ts';

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

/** Theory's mean squares of what enters each layer over that of the input: under He z has twice that. */
const squares = (query: string): readonly number[] => {
  const [run] = runLab(parseQuery(`${query}&width=64&batch=16`).lab, kernels, () => 0);
  return run!.layers.map(({ theory }) => theory!.preActivationStd ** 2 / 2 / run!.input.rms ** 2);
};
const ratios = (values: readonly number[]): number[] =>
  values.slice(1).map((value, i) => value / values[i]!);

test('S1: He with plain residual connections multiplies E[h²] by 2.7 to 2.9 per layer', () => {
  const z = squares('lane=he_normal&block=residual1&depth=31');
  const later = ratios(z).slice(3);
  expect(Math.min(...later)).toBeGreaterThan(2.7);
  expect(Math.max(...later)).toBeLessThan(2.91);
  // z of layer 31 hears what 30 layers have made of the input.
  // Printed: 4.8e13, measured at finite width over few seeds.
  expect(z[30]!).toBeGreaterThan(3e13);
  expect(z[30]!).toBeLessThan(7e13);
});

test('S2, S3, S5: branches of two layers, 10 blocks: 1024, 2.594, 1', () => {
  // W₂ ~ 1/n: half of He's variance under the factor √½.
  const end = (branch: string): number =>
    squares(`lane=he_normal&block=residual2&depth=21&branch=${branch}`)[20]!;
  expect(end(String(Math.SQRT1_2)) / 1024).toBeCloseTo(1, 6);
  expect(end(String(Math.sqrt(0.5 / 10))) / 1.1 ** 10).toBeCloseTo(1, 6);
  expect(1.1 ** 10).toBeCloseTo(2.594, 3);
  expect(end('0')).toBeCloseTo(1, 6);
  expect(end('fixup')).toBeCloseTo(1, 6);
});

test('S6, S7: what stands on the branch of GPT-2 and of Fixup', () => {
  expect(0.02 * branchFactor('1/sqrt(2L)', 12)).toBeCloseTo(0.0040825, 7);
  expect(0.02 * branchFactor('1/sqrt(2L)', 48)).toBeCloseTo(0.0020412, 7);
  const { lab } = parseQuery(
    'lane=random_normal(std=1)&block=residual2&branch=fixup&depth=16&width=64',
  );
  const [run] = runLab(lab, kernels, () => 0);
  expect(run!.layers[0]!.weights.std).toBeCloseTo(0.3536, 1);
  expect(run!.layers[0]!.weights.std / (1 / Math.sqrt(8))).toBeCloseTo(1, 1);
  expect(run!.layers[1]!.weights.rms).toBe(0);
});

/** Theory's factor on the gradient per layer going back, far from both ends. */
function backwardFactor(query: string): number {
  const [run] = runLab(parseQuery(`${query}&width=64&depth=8`).lab, kernels, () => 0);
  const g = run!.layers.map(({ theory }) => theory!.gradientStd!);
  return g[2]! / g[3]!;
}

test('B1, B2: batch normalization multiplies the gradient by √(π/(π − 1)), more for small batches', () => {
  for (const [batch, printed] of [
    [8, 1.3372],
    [32, 1.2337],
    [128, 1.2164],
  ] as const) {
    expect(backwardFactor(`lane=he_normal&norm=batch&batch=${batch}`)).toBeCloseTo(printed, 4);
  }
  expect(backwardFactor('lane=he_normal&norm=batch&batch=2048')).toBeCloseTo(
    Math.sqrt(Math.PI / (Math.PI - 1)),
    3,
  );
  expect(backwardFactor('lane=he_normal&norm=layer')).toBeCloseTo(1, 3);
});

test('B3: measured, n = 512, B = 128, layers 2 to 14; without batch norm 1', () => {
  const factor = (norm: string): number[] =>
    [1, 2, 3].map((seed) => {
      const query = `lane=he_normal&norm=${norm}&width=512&depth=14&batch=128&seed=${seed}`;
      const [run] = runLab(parseQuery(query).lab, kernels, () => 0);
      const g = run!.layers.map(({ gradients }) => gradients!.std);
      return (g[1]! / g[13]!) ** (1 / 12);
    });
  // The last layer's gradient is given, not grown: one step of twelve is another.
  expect(mean(factor('batch'))).toBeGreaterThan(1.2);
  expect(mean(factor('batch'))).toBeLessThan(1.23);
  expect(Math.abs(mean(factor('none')) - 1)).toBeLessThan(0.01);
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
