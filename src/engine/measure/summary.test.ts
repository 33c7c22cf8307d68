import { beforeAll, describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import type { Kernels } from '../kernels.ts';
import { normal, stream } from '../rng.ts';
import { summarize } from './summary.ts';
import type { Summary } from '../types.ts';
import { QUANTILE_LEVELS } from '../types.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
});

function summary(values: readonly number[], type: 'f32' | 'f64' = 'f32'): Summary {
  const mark = kernels.mark();
  const tensor = kernels.allocate(values.length, type);
  kernels.view(tensor).set(values);
  const result = summarize(kernels, tensor, {
    shared: [-1, 1],
    saturation: { low: -0.97, high: 0.97 },
  });
  kernels.release(mark);
  return result;
}

const KEY = stream(3, 1, 'input');
const GAUSSIAN = Array.from({ length: 20_000 }, (_, i) => normal(KEY, i));

/** Ranks (shares) that a value has among the finite ones: from those below to those not above. */
function ranks(values: readonly number[], value: number): readonly [number, number] {
  const finite = values.filter((x) => Number.isFinite(x));
  const below = finite.filter((x) => x < value).length;
  const upTo = finite.filter((x) => x <= value).length;
  return [below / finite.length, upTo / finite.length];
}

const SAMPLES = {
  gaussian: GAUSSIAN,
  relu: GAUSSIAN.map((x) => Math.max(0, x)),
  'nine tenths zero': GAUSSIAN.map((x, i) => (i % 10 === 0 ? x : 0)),
  saturated: GAUSSIAN.map((x) => Math.tanh(30 * x)),
  'heavy tails': GAUSSIAN.map((x) => x ** 9),
  'one outlier': GAUSSIAN.map((x, i) => (i === 7 ? 1e30 : x)),
  'two outliers': GAUSSIAN.map((x, i) => (i === 7 ? 1e30 : i === 9 ? -1e30 : x)),
  tiny: GAUSSIAN.map((x) => x * 1e-38),
  'two values': GAUSSIAN.map((x) => (x > 0.5 ? 3 : -2)),
  'with gaps': GAUSSIAN.map((x, i) => (i % 5 === 0 ? Number.NaN : i % 7 === 0 ? Infinity : x)),
  few: [3, 1, 2],
} as const satisfies Record<string, readonly number[]>;

describe.each(Object.entries(SAMPLES))('%s', (name, sample) => {
  const values = sample.map(Math.fround);

  test('quantiles are right to 0.5 % of rank', () => {
    const { quantiles } = summary(values);
    // A value of a small sample is a whole step of rank.
    const slack = 0.005 + (name === 'few' ? 1 / 3 : 0);
    QUANTILE_LEVELS.forEach((level, i) => {
      const [low, high] = ranks(values, quantiles[i] ?? Number.NaN);
      // A quantile inside an atom may be off by the last bits of float32.
      const around = Math.abs((quantiles[i] ?? 0) * 2e-7);
      const [down] = ranks(values, (quantiles[i] ?? 0) - around);
      const [, up] = ranks(values, (quantiles[i] ?? 0) + around);
      expect(Math.min(low, down)).toBeLessThanOrEqual(level + slack);
      expect(Math.max(high, up)).toBeGreaterThanOrEqual(level - slack);
    });
  });

  test('moments are those of the finite values', () => {
    const finite = values.filter((x) => Number.isFinite(x));
    const measured = summary(values);
    const mean = finite.reduce((sum, x) => sum + x, 0) / finite.length;
    const deviations = finite.reduce((sum, x) => sum + (x - mean) ** 2, 0) / finite.length;
    expect(measured.finite).toBe(finite.length);
    expect(measured.std / Math.sqrt(deviations)).toBeCloseTo(1, 4);
    expect(Math.abs(measured.mean - mean)).toBeLessThan(1e-5 * measured.rms);
    expect(measured.zero).toBeCloseTo(finite.filter((x) => x === 0).length / finite.length, 12);
    const beyond = finite.filter((x) => Math.abs(x) > Math.fround(0.97)).length;
    expect(measured.saturated).toBeCloseTo(beyond / finite.length, 12);
  });

  test('every finite value is in each histogram once', () => {
    const { finite, zero, shared, own, magnitudes } = summary(values);
    const total = (counts: Uint32Array): number => counts.reduce((sum, count) => sum + count, 0);
    expect(total(shared.counts) + shared.below + shared.above).toBe(finite);
    expect(total(own.counts) + own.below + own.above).toBe(finite);
    expect(total(magnitudes.counts)).toBe(finite - Math.round(zero * finite));
  });
});

test('a constant array is all its quantiles', () => {
  const { quantiles, std, own } = summary(Array<number>(100).fill(2.5));
  expect(quantiles).toEqual([2.5, 2.5, 2.5, 2.5, 2.5]);
  expect(std).toBe(0);
  expect([own.lo, own.hi]).toEqual([1.25, 3.75]);
});

test('an array without finite values says so', () => {
  const { count, finite, quantiles, own, saturated } = summary([Number.NaN, Infinity, -Infinity]);
  expect([count, finite, saturated]).toEqual([3, 0, 0]);
  expect(quantiles.every(Number.isNaN)).toBe(true);
  expect(own.counts.every((bin) => bin === 0)).toBe(true);
});

test('float64 arrays are measured in their own range', () => {
  const { std, quantiles } = summary(
    GAUSSIAN.map((x) => x * 1e200),
    'f64',
  );
  expect(std / 1e200).toBeCloseTo(1, 1);
  expect((quantiles[3] ?? 0) / 1e200).toBeCloseTo(0.6745, 1);
});
