/**
 * Numbers printed in papers and courses, through the same entry as the page. Where a source prints one
 * random draw, the median of nine seeds is held against the band that draw comes from; its signal is
 * then one example, as in the source. The ids (R1 …) are those of docs/targets.md.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { clampConfig } from '../lab/config.ts';
import type { Kernels } from '../kernels.ts';
import { laneConfig } from '../lab/lab.ts';
import { parseQuery } from '../lab/query.ts';
import type { LaneRun } from './results.ts';
import { runLab } from './runLane.ts';
import { spread } from '../passes/layerSpread.ts';
import { weightsSample } from '../passes/weightsSample.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
});

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function run(query: string): LaneRun {
  return runLab(parseQuery(query).lab, kernels, () => 0)[0]!;
}

function finish<T>(generator: Generator<unknown, T, void>): T {
  let step = generator.next();
  while (step.done !== true) step = generator.next();
  return step.value;
}

/** Stds of the activations, by the quick way that a fan of seeds takes. */
function stds(query: string): readonly number[] {
  const { lab } = parseQuery(query);
  const config = clampConfig(laneConfig(lab, lab.lanes[0]!)).value;
  return finish(spread(config, kernels)).activationStd;
}

describe('one vector of 512 numbers (Dellinger 2019)', () => {
  const ONE = 'width=512&batch=1&backward=0';

  test('R1: N(0, 1) overflows float32 in layer 29, in float64 not within 100', () => {
    const layers = SEEDS.map(
      (seed) =>
        run(`lane=random_normal(std=1)&act=linear&depth=32&${ONE}&seed=${seed}`).outcome
          .firstNonFiniteLayer,
    );
    expect(layers).toEqual(SEEDS.map(() => 29));
    const wide = stds(`lane=random_normal(std=1)&act=linear&depth=100&precision=float64&${ONE}`);
    expect(wide.every(Number.isFinite)).toBe(true);
  });

  test('R2: 0.01 · N(0, 1) is all zero in layer 70', () => {
    const layers = SEEDS.slice(0, 5).map(
      (seed) =>
        run(`lane=random_normal(std=0.01)&act=linear&depth=72&${ONE}&seed=${seed}`).outcome
          .firstAllZeroLayer,
    );
    expect(layers).toEqual([70, 70, 70, 70, 70]);
  });

  test.each([
    ['R4', 'lecun_normal', 'linear', 0.45, 1.31],
    ['R5', 'lecun_normal', 'tanh', 0.048, 0.088],
    ['R6', 'pytorch_linear', 'tanh', 5e-25, 1.2e-24],
    ['R7', 'xavier_uniform', 'tanh', 0.05, 0.089],
    ['R10', 'he_normal', 'relu', 0.3, 1.65],
    ['R11', 'xavier_normal', 'relu', 2.1e-16, 1.3e-15],
  ])('%s: %s, %s, layer 100: median std in [%d, %d]', (_, lane, act, low, high) => {
    const last = SEEDS.map((seed) =>
      stds(`lane=${lane}&act=${act}&depth=100&${ONE}&seed=${seed}`).at(-1)!,
    );
    expect(median(last)).toBeGreaterThan(low);
    expect(median(last)).toBeLessThan(high);
  });

  test('R9: one ReLU layer keeps the root mean square', () => {
    const [layer] = run('lane=he_normal&width=512&batch=2048&depth=1&backward=0').layers;
    expect(layer!.activations.mean / 0.5642).toBeCloseTo(1, 2);
    expect(layer!.activations.rms).toBeCloseTo(1, 2);
    expect(layer!.activations.std / 0.8256).toBeCloseTo(1, 2);
  });
});

describe('ten layers of 500 units, 1000 examples (CS231n 2017, lecture 6)', () => {
  const TEN = 'width=500&batch=1000&depth=10&backward=0';

  test('R13: 0.01 · N(0, 1), tanh', () => {
    const printed = [0.2135, 0.0476, 0.01063, 0.00238, 5.31e-4, 1.19e-4, 2.66e-5, 5.9e-6, 1.33e-6];
    const seeds = SEEDS.map((seed) =>
      stds(`lane=random_normal(std=0.01)&act=tanh&${TEN}&seed=${seed}`),
    );
    [...printed, 3e-7].forEach((std, i) => {
      const measured = median(seeds.map((each) => each[i]!));
      expect(Math.abs(measured / std - 1)).toBeLessThan(0.02);
    });
  });

  test('R17: He, ReLU', () => {
    const runs = Array.from({ length: 9 }, (_, i) => run(`lane=he_normal&${TEN}&seed=${i + 1}`));
    const first = runs.map(({ layers }) => layers[0]!.activations);
    expect(Math.abs(median(first.map(({ mean }) => mean)) / 0.564 - 1)).toBeLessThan(0.005);
    expect(Math.abs(median(first.map(({ std }) => std)) / 0.825 - 1)).toBeLessThan(0.005);
    const { layers } = runs[0]!;
    expect(layers[9]!.activations.std).toBeGreaterThan(0.62);
    expect(layers[9]!.activations.std).toBeLessThan(1.17);
  });
});

describe('Glorot & Bengio 2010', () => {
  const NET = 'act=tanh&width=1000&depth=5&batch=300&input=shapeset';
  const standard = (): LaneRun => run(`lane=pytorch_linear&${NET}`);
  const normalized = (): LaneRun => run(`lane=xavier_uniform&${NET}`);
  const each = (
    { layers }: LaneRun,
    quantity: 'activations' | 'gradients' | 'weightGradients',
  ): readonly number[] => layers.map((layer) => layer[quantity]!.std);
  const ratios = (values: readonly number[]): readonly number[] =>
    values.slice(1).map((value, i) => value / values[i]!);

  test('figures 6, 7 and 8: activations, gradients and weight gradients by layer', () => {
    const [before, after] = [standard(), normalized()];
    // Figure 6: by layer, the standard rule narrows to about 1/√3, the normalized one hardly.
    for (const ratio of ratios(each(before, 'activations'))) expect(ratio).toBeLessThan(0.6);
    for (const ratio of ratios(each(after, 'activations'))) expect(ratio).toBeGreaterThan(0.75);
    // Figure 7: towards the input.
    for (const ratio of ratios(each(before, 'gradients'))) expect(ratio).toBeGreaterThan(1.6);
    for (const ratio of ratios(each(after, 'gradients'))) expect(ratio).toBeLessThan(1.45);
    // Figure 8: weight gradients are alike in all layers, for both.
    for (const lane of [before, after]) {
      const stds = each(lane, 'weightGradients');
      expect(Math.max(...stds) / Math.min(...stds)).toBeLessThan(1.25);
    }
  });

  /** Singular values by one-sided Jacobi rotations (Hestenes 1958), square row-major. */
  function singularValues(values: Float32Array, n: number): readonly number[] {
    const rows = Array.from({ length: n }, (_, i) =>
      Float64Array.from(values.subarray(i * n, (i + 1) * n)),
    );
    const dot = (a: Float64Array, b: Float64Array): number =>
      a.reduce((sum, x, i) => sum + x * b[i]!, 0);
    for (let sweep = 0; sweep < 12; sweep += 1) {
      for (let p = 0; p < n; p += 1) {
        for (let q = p + 1; q < n; q += 1) {
          const [a, b] = [rows[p]!, rows[q]!];
          const off = dot(a, b);
          if (Math.abs(off) < 1e-12) continue;
          const angle = 0.5 * Math.atan2(2 * off, dot(a, a) - dot(b, b));
          const [c, s] = [Math.cos(angle), Math.sin(angle)];
          for (let i = 0; i < n; i += 1) {
            [a[i], b[i]] = [c * a[i]! + s * b[i]!, c * b[i]! - s * a[i]!];
          }
        }
      }
    }
    return rows.map((row) => Math.sqrt(dot(row, row)));
  }

  test.each([
    ['pytorch_linear', 0.49],
    ['xavier_uniform', 0.85],
  ])('section 4.2.1: mean singular value of the Jacobian, %s: %d', (lane, expected) => {
    // At small inputs tanh′ = 1 and the Jacobian of a hidden layer is its weight matrix.
    const n = 100;
    const { lab } = parseQuery(`lane=${lane}&width=${n}&depth=1&batch=1`);
    const config = laneConfig(lab, lab.lanes[0]!);
    const sample = finish(weightsSample(config, 1, n, kernels))!;
    const values = singularValues(sample.values, n);
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    expect(mean).toBeCloseTo(expected, 1);
    expect(Math.abs(mean - expected)).toBeLessThan(0.02);
  });
});
