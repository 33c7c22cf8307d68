import { readFileSync } from 'node:fs';
/** Measurements, histograms and fingerprints: against brute force and the reference. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ElementType } from '../engine/kernels.ts';
import type { Histogram } from '../engine/types.ts';
import { distance, draws, machines, numbers, reference, tensorOf } from '../../tests/kernels.ts';
import { MAX_BINS } from './wasmMeasure.ts';

const REQUEST = { low: -1, high: 1, shared: [-2, 2], sharedBins: 64, ownBins: 2048 } as const;
const TYPES = ['f32', 'f64'] as const;

/** How many values lie in another bin than in the other histogram. */
function misplaced(a: Histogram, b: Histogram): number {
  const moved = a.counts.reduce((sum, count, i) => sum + Math.abs(count - b.counts[i]!), 0);
  return (moved + Math.abs(a.below - b.below) + Math.abs(a.above - b.above)) / 2;
}
const total = (counts: Uint32Array): number => counts.reduce((sum, count) => sum + count, 0);

const SAMPLES: Readonly<Record<string, readonly number[]>> = {
  normal: draws(10_007),
  rectified: draws(5000).map((x) => Math.max(0, x)),
  'close together': draws(300).map((x) => 0.51 + 1e-6 * x),
  large: draws(3000).map((x) => 1e37 * x),
  'very large': draws(3000).map((x) => 6e37 * x),
  subnormal: draws(3000).map((x) => 1e-42 * x),
  'over many magnitudes': draws(3000).map((x, i) => x * 10 ** ((i % 70) - 38)),
  'not all finite': [Infinity, 1, -Infinity, Number.NaN, 0, -0, 2, 0.5, Number.NaN],
  'mostly not finite': draws(3000).map((x, i) => (i % 3 === 0 ? x : x / (i % 2))),
  'none finite': [Number.NaN, Infinity],
  equal: Array.from({ length: 1001 }, () => 0.3),
  one: [-7],
  zero: [0],
};

describe.each(machines)('$build', (kernels) => {
  let start = 0;
  beforeEach(() => {
    start = kernels.mark();
  });
  afterEach(() => kernels.release(start));

  const cases = TYPES.flatMap((type) => Object.keys(SAMPLES).map((name) => [name, type] as const));
  test.each(cases)('%s values, %s', (name, type) => {
    const tensor = tensorOf(kernels, SAMPLES[name]!, type);
    const found = kernels.measure(tensor, REQUEST);
    const x = numbers(kernels, tensor).filter(Number.isFinite);
    const count = (is: (v: number) => boolean): number => x.filter(is).length;
    expect(found.finite).toBe(x.length);
    expect(found.zeros).toBe(count((v) => v === 0));
    expect(found.beyond).toBe(count((v) => v < -1 || v > 1));
    expect(found.shared.below).toBe(count((v) => v < -2));
    expect(found.shared.above).toBe(count((v) => v > 2));
    expect(total(found.shared.counts)).toBe(count((v) => v >= -2 && v <= 2));
    expect(total(found.own.counts)).toBe(x.length);
    expect(total(found.magnitudes.counts)).toBe(count((v) => v !== 0));
    if (x.length === 0) {
      expect([found.mean, found.std, found.rms, found.min, found.max].every(Number.isNaN)).toBe(
        true,
      );
      return;
    }
    const [min, max] = [Math.min(...x), Math.max(...x)];
    expect([found.min, found.max].map((v) => v + 0)).toEqual([min + 0, max + 0]);
    const unit = Math.max(-min, max) || 1;
    const mean = x.reduce((sum, v) => sum + v / unit, 0) / x.length;
    const variance = x.reduce((sum, v) => sum + (v / unit - mean) ** 2, 0) / x.length;
    const square = x.reduce((sum, v) => sum + (v / unit) ** 2, 0) / x.length;
    expect(Math.abs(found.mean / unit - mean)).toBeLessThan(1e-14);
    expect(distance(found.std / unit, Math.sqrt(variance), 1e-15)).toBeLessThan(1e-10);
    expect(distance(found.rms / unit, Math.sqrt(square))).toBeLessThan(1e-12);

    const theirs = reference.measure(tensorOf(reference, SAMPLES[name]!, type), REQUEST);
    expect(found.magnitudes).toEqual(theirs.magnitudes);
    // In float32 a value may fall to the neighbour of a bin whose edge it is at: 1 in 2000.
    const few = type === 'f32' ? 1 + x.length / 2000 : 0;
    expect(misplaced(found.shared, theirs.shared)).toBeLessThanOrEqual(few);
    expect(misplaced(found.own, theirs.own)).toBeLessThanOrEqual(few);
    expect([found.own.lo, found.own.hi, found.own.below, found.own.above]).toEqual(
      [min, max, 0, 0].map((v) => expect.closeTo(v, 300)),
    );
  });

  test.each(TYPES)('equal values have no spread at all, %s', (type) => {
    const found = kernels.measure(tensorOf(kernels, SAMPLES['equal']!, type), REQUEST);
    const value = type === 'f32' ? Math.fround(0.3) : 0.3;
    expect([found.mean, found.std, found.rms]).toEqual([value, 0, value]);
    expect(found.own.counts[0]).toBe(1001);
  });

  test('float64 at the ends of its range', () => {
    const large = kernels.measure(tensorOf(kernels, [3e200, -4e200], 'f64'), REQUEST);
    expect(distance(large.rms, Math.sqrt(12.5) * 1e200)).toBeLessThan(1e-14);
    expect(distance(large.std, 3.5e200)).toBeLessThan(1e-14);
    const whole = kernels.measure(tensorOf(kernels, [-1.7e308, 0, 1.7e308], 'f64'), REQUEST);
    expect(distance(whole.std, Math.sqrt(2 / 3) * 1.7e308)).toBeLessThan(1e-14);
    expect([whole.own.counts[0], whole.own.counts[1024], whole.own.counts[2047]]).toEqual([
      1, 1, 1,
    ]);
    const small = kernels.measure(tensorOf(kernels, [0, 2e-323, 4e-323], 'f64'), REQUEST);
    expect([small.own.counts[0], small.own.counts[1024], small.own.counts[2047]]).toEqual([
      1, 1, 1,
    ]);
    expect(small.mean).toBe(2e-323);
  });

  test.each<[ElementType, number, number]>([
    ['f32', -149, 127],
    ['f64', -1074, 1023],
  ])('half octaves begin at the powers of √2, %s', (type, lowest, highest) => {
    const exponents = [lowest, lowest + 1, lowest + 20, -126, -1, 0, 1, highest];
    const values = [...exponents.map((e) => 2 ** e), 0.9999 * Math.SQRT2, -1.0001 * Math.SQRT2];
    const { magnitudes } = kernels.measure(tensorOf(kernels, values, type), REQUEST);
    expect(magnitudes.first).toBe(2 * lowest);
    const found = Array.from(magnitudes.counts, (count, i) => [i + magnitudes.first, count]).filter(
      ([, count]) => count !== 0,
    );
    const expected = new Map(exponents.map((e) => [2 * e, 1]));
    expected.set(0, 2);
    expected.set(1, 1);
    expect(new Map(found as [number, number][])).toEqual(
      new Map([...expected].sort((a, b) => a[0] - b[0])),
    );
  });

  test.each(TYPES)('bins are closed on the left, the last one on both sides, %s', (type) => {
    const values = [-2, -1.9375, -0.0625, 0, 0.0625, 1.9374, 1.9375, 2, 2.0001, -2.0001];
    const { counts, below, above } = kernels.histogram(tensorOf(kernels, values, type), -2, 2, 64);
    const filled = [...counts.entries()].filter(([, count]) => count > 0);
    expect(filled).toEqual([
      [0, 1],
      [1, 1],
      [31, 1],
      [32, 1],
      [33, 1],
      [62, 1],
      [63, 2],
    ]);
    expect([below, above]).toEqual([1, 1]);
  });

  test.each(TYPES)('the tiniest values keep their side of 0, %s', (type) => {
    const values = tensorOf(kernels, [-1e-40, -1e-9, 1e-30], type);
    for (const [lo, hi, bins, middle] of [
      [-4, 4, 64, 32],
      [-0.2, 0.2, 64, 32],
      [-1, 4, 5, 1],
    ] as const) {
      const { counts } = kernels.histogram(values, lo, hi, bins);
      expect([counts[middle - 1], counts[middle]]).toEqual([2, 1]);
    }
  });

  test('limits are those that float32 holds', () => {
    const values = tensorOf(kernels, [0.2, -0.2, 0.1]);
    const { counts, below, above } = kernels.histogram(values, -0.2, 0.2, 4);
    expect([...counts, below, above]).toEqual([1, 0, 0, 2, 0, 0]);
    const { shared } = kernels.measure(values, { ...REQUEST, shared: [-0.2, 0.2], sharedBins: 4 });
    expect(shared.counts).toEqual(counts);
  });

  test.each(TYPES)('histograms from one bin to more than the tables hold, %s', (type) => {
    const tensor = tensorOf(kernels, SAMPLES['normal']!, type);
    const x = numbers(kernels, tensor);
    for (const bins of [1, 3, 64, 4096, 5000]) {
      const found = kernels.histogram(tensor, -1, 1, bins);
      expect(found.counts.length).toBe(bins);
      expect(found.below).toBe(x.filter((v) => v < -1).length);
      expect(found.above).toBe(x.filter((v) => v > 1).length);
      expect(total(found.counts)).toBe(x.length - found.below - found.above);
      const own = kernels.measure(tensor, { ...REQUEST, ownBins: bins });
      expect(total(own.own.counts)).toBe(x.length);
      const narrow = kernels.histogram(tensor, 0.5, 0.5 + 1e-33, bins);
      expect(total(narrow.counts) + narrow.below + narrow.above).toBe(x.length);
    }
  });

  test.each(TYPES)('fingerprints are equal exactly where the bits are, %s', (type) => {
    const small = [1, -1, 0, -0, 2];
    for (const [rows, cols] of [
      [60, 3],
      [3, 60],
      [37, 41],
      [1, 9],
      [9, 1],
      [2100, 5],
      [5, 2100],
    ] as const) {
      // Few different values and short lines: many lines are equal.
      const flip = draws(rows * cols);
      const values = flip.map((x, i) =>
        rows * cols < 200 ? small[Math.floor(Math.abs(x) * 2) % 5]! : i % 7 === 0 ? x : 1,
      );
      // One line twice, and another with two of its elements exchanged.
      for (let c = 0; c < cols; c += 1) values[(rows - 1) * cols + c] = values[c]!;
      for (let r = 0; r < rows; r += 1) values[r * cols + cols - 1] = values[r * cols]!;
      const tensor = tensorOf(kernels, values, type);
      const line = (columns: boolean, at: number): string => {
        const [first, step, count] = columns ? [at, cols, rows] : [at * cols, 1, cols];
        const found = Array.from({ length: count }, (_, i) => values[first + i * step]!);
        return found.map((x) => (Object.is(x, -0) ? '-0' : String(x))).join();
      };
      for (const columns of [false, true]) {
        const marks = kernels.fingerprints(tensor, rows, cols, columns);
        const lines = Array.from({ length: columns ? cols : rows }, (_, i) => line(columns, i));
        expect(marks.length).toBe(lines.length);
        expect(new Set(marks).size).toBe(new Set(lines).size);
        const pairs = new Set(lines.map((text, i) => `${text}:${marks[i]}`));
        expect(pairs.size).toBe(new Set(lines).size);
      }
    }
  });

  test('fingerprints tell the rows of a unit matrix and of its permutations apart', () => {
    const n = 300;
    const unit = Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
    const tensor = tensorOf(kernels, unit);
    for (const columns of [false, true]) {
      expect(new Set(kernels.fingerprints(tensor, n, n, columns)).size).toBe(n);
    }
  });
});

test('the tables of the assembly hold as many bins as the page asks it for', () => {
  const source = readFileSync(new URL('assembly/bins.ts', import.meta.url), 'utf8');
  expect(source).toContain(`MAX_BINS: i32 = ${MAX_BINS};`);
});
