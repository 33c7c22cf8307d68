import { beforeAll, describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { TRUNCATED_STD, drawMoments } from './draw.ts';
import type { Draw } from './draw.ts';
import { fillMatrix } from '../weights/drawMatrix.ts';
import { initializerNumbers, initializerTex } from './formula.ts';
import { INITIALIZER_IDS, initializer } from './initializer.ts';
import { defineInitializer } from './initializers.ts';
import { choice, number } from './params.ts';
import type { Kernels } from '../kernels.ts';
import { parseInitializer } from './spec.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
});

const drawOf = (text: string, fanIn: number, fanOut: number): Draw => {
  const { id, params } = parseInitializer(text).value;
  return initializer(id).draw(params, fanIn, fanOut);
};

/** One matrix `[fanOut × fanIn]` as plain numbers. */
function matrix(text: string, fanIn: number, fanOut: number, seed = 1): number[] {
  const mark = kernels.mark();
  const out = kernels.allocate(fanIn * fanOut, 'f32');
  fillMatrix(kernels, drawOf(text, fanIn, fanOut), out, { rows: fanOut, cols: fanIn }, seed, 1);
  const values = [...kernels.view(out)];
  kernels.release(mark);
  return values;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;
const variance = (values: readonly number[]): number => {
  const centre = mean(values);
  return mean(values.map((x) => (x - centre) ** 2));
};

const largest = (values: readonly number[]): number =>
  values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

const FANS = [
  [256, 256],
  [300, 77],
  [61, 400],
] as const;

describe.each(INITIALIZER_IDS)('%s', (id) => {
  test.each(FANS)('has the mean and spread of its formula (%i → %i)', (fanIn, fanOut) => {
    const moments = drawMoments(drawOf(id, fanIn, fanOut), fanIn, fanOut);
    if (moments === null) return;
    const values = matrix(id, fanIn, fanOut);
    const n = values.length;
    // Five standard errors: √(1/n) for the mean, √(2/n) relative for a Gaussian variance at most.
    const slack = moments.std * 5 * Math.sqrt(1 / n) + 1e-7;
    expect(Math.abs(mean(values) - moments.mean)).toBeLessThan(slack);
    const spread = Math.sqrt(variance(values));
    expect(Math.abs(spread - moments.std)).toBeLessThan(
      moments.std * 2.5 * Math.sqrt(2 / n) + 1e-7,
    );
  });

  test('prints its formula with the numbers in it', () => {
    const { params } = parseInitializer(id).value;
    const tex = initializerTex(id);
    expect(tex).not.toBe('');
    expect(initializerNumbers(id, params, 784, 300)).not.toMatch(/NaN|undefined|infty/);
  });
});

describe('limits and spreads in closed form', () => {
  test.each([
    ['xavier_uniform', 2, 1, Math.sqrt(6 / 3)],
    ['xavier_uniform', 784, 300, Math.sqrt(6 / 1084)],
    ['pytorch_linear', 512, 512, Math.sqrt(1 / 512)],
  ])('no weight of %s (%i, %i) is beyond %f', (text, fanIn, fanOut, limit) => {
    const draw = drawOf(text, fanIn, fanOut);
    expect(draw.kind === 'uniform' && draw.hi).toBeCloseTo(limit, 5);
    const values = matrix(text, fanIn, fanOut);
    expect(largest(values)).toBeLessThanOrEqual(Math.fround(limit * 1.00001));
  });

  test.each([
    ['he_normal', 256, 0.088388],
    ['he_normal', 512, 0.0625],
    ['lecun_normal', 512, 0.044194],
    ['variance_scaling(scale=2)', 256, 0.088388],
    ['variance_scaling(scale=2,distribution=uniform)', 256, 0.088388],
    ['keras_glorot_normal', 512, 0.044194],
    ['orthogonal', 256, 0.0625],
  ])('%s at n = %i has spread %f', (text, n, std) => {
    expect(drawMoments(drawOf(text, n, n), n, n)?.std).toBeCloseTo(std, 6);
  });

  test('he has modes and slopes; a slope of √5 is the PyTorch default', () => {
    const std = (text: string): number => drawMoments(drawOf(text, 300, 100), 300, 100)?.std ?? 0;
    expect(std('he_normal(mode=fan_out)')).toBeCloseTo(Math.sqrt(2 / 100), 12);
    expect(std('he_normal(slope=0.2)')).toBeCloseTo(Math.sqrt(2 / (1.04 * 300)), 12);
    expect(std(`he_uniform(slope=${Math.sqrt(5)})`)).toBeCloseTo(std('pytorch_linear'), 12);
  });

  test('what lies outside ±0.1 of N(0, 0.1²)', () => {
    const normal = matrix('random_normal(std=0.1)', 512, 512);
    const outside = normal.filter((x) => Math.abs(x) > 0.1).length / normal.length;
    expect(Math.abs(outside - 0.3173)).toBeLessThan(5 * Math.sqrt((0.3173 * 0.6827) / 512 ** 2));
  });

  test('a normal cut at ±2', () => {
    const values = matrix('truncated_normal(std=1)', 512, 512);
    expect(largest(values)).toBeLessThanOrEqual(2);
    expect(Math.sqrt(variance(values))).toBeCloseTo(TRUNCATED_STD, 2);
    const { kind, ...rest } = drawOf('keras_glorot_normal', 100, 100);
    expect(kind).toBe('truncated');
    expect(rest).toEqual({ mean: 0, std: 0.1 / TRUNCATED_STD });
  });
});

test.each([
  [64, 64],
  [40, 90],
  [90, 40],
  [1, 7],
])('orthogonal weights are orthonormal, %i → %i', (fanIn, fanOut) => {
  const values = matrix('orthogonal(gain=2)', fanIn, fanOut);
  const at = (row: number, col: number): number => values[row * fanIn + col] ?? 0;
  const lines = Math.min(fanIn, fanOut);
  const longer = Math.max(fanIn, fanOut);
  for (let a = 0; a < lines; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      let dot = 0;
      for (let i = 0; i < longer; i += 1) {
        dot += fanOut <= fanIn ? at(a, i) * at(b, i) : at(i, a) * at(i, b);
      }
      expect(dot).toBeCloseTo(a === b ? 4 : 0, 4);
    }
  }
});

test('identity has its gain on the diagonal of any shape', () => {
  expect(matrix('identity(gain=3)', 3, 2)).toEqual([3, 0, 0, 0, 3, 0]);
  expect(matrix('identity', 2, 3)).toEqual([1, 0, 0, 1, 0, 0]);
});

test('sparse has its zeros in every column, in different rows', () => {
  const [fanIn, fanOut] = [50, 40];
  const values = matrix('sparse(sparsity=0.31,std=1)', fanIn, fanOut);
  const patterns = Array.from({ length: fanIn }, (_, col) =>
    Array.from({ length: fanOut }, (_, row) => Number(values[row * fanIn + col] === 0)),
  );
  for (const pattern of patterns) {
    expect(pattern.reduce((sum, x) => sum + x, 0)).toBe(Math.ceil(0.31 * fanOut));
  }
  expect(new Set(patterns.map(String)).size).toBe(fanIn);
});

test('lanes of one seed scale the same standard draws', () => {
  const he = matrix('he_normal', 100, 100);
  const xavier = matrix('xavier_normal', 100, 100);
  he.forEach((x, i) => expect(x / (xavier[i] ?? 0)).toBeCloseTo(Math.SQRT2, 5));
  const a = matrix('he_uniform', 100, 100);
  const b = matrix('pytorch_linear', 100, 100);
  a.forEach((x, i) => expect(x / (b[i] ?? 0)).toBeCloseTo(Math.sqrt(6), 4));
});

test('a rule that names a parameter its row does not have does not compile', () => {
  const params = { gain: number(1, 0, 10, 0.05), mode: choice('fan_in', 'fan_out') };
  const rest = { family: 'other', params, cite: '' } as const;
  defineInitializer({ ...rest, rule: { kind: 'orthogonal', gain: 'gain' } });
  // @ts-expect-error: gian
  defineInitializer({ ...rest, rule: { kind: 'orthogonal', gain: 'gian' } });
  // @ts-expect-error: a word is not a number
  defineInitializer({ ...rest, rule: { kind: 'orthogonal', gain: 'mode' } });
});

test('a spec that leaves parameters out has their defaults, never NaN', () => {
  expect(initializer('random_normal').draw({}, 9, 9)).toEqual({
    kind: 'normal',
    mean: 0,
    std: 0.05,
  });
  expect(() => initializer('random_normal').draw({ std: 'wide' }, 9, 9)).toThrow(/do not fit/);
});
