/** Random numbers: those of rng.ts, distributed as they should be, and independent. Seeds are fixed. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { normalCdf } from '../engine/math/erf.ts';
import type { Kernels, Tensor } from '../engine/kernels.ts';
import type { Stream } from '../engine/rng.ts';
import { normal, stream, uniform } from '../engine/rng.ts';
import { truncated } from '../engine/math/inverseNormal.ts';
import { furthest, machines, numbers, reference } from '../../tests/kernels.ts';

const KEY = stream(7, 3, 'weights');
const N = 2 ** 16;

interface Distribution {
  readonly name: string;
  readonly fill: (kernels: Kernels, out: Tensor, key: Stream) => void;
  readonly cdf: (x: number) => number;
  readonly std: number;
  /** E x⁴. */
  readonly fourth: number;
}
const DISTRIBUTIONS: readonly Distribution[] = [
  {
    name: 'normal',
    fill: (kernels, out, key) => kernels.fillNormal(out, key, 0, 1),
    cdf: normalCdf,
    std: 1,
    fourth: 3,
  },
  {
    name: 'uniform',
    fill: (kernels, out, key) => kernels.fillUniform(out, key, -1, 1),
    cdf: (x) => (x + 1) / 2,
    std: 1 / Math.sqrt(3),
    fourth: 1 / 5,
  },
  {
    name: 'truncated',
    fill: (kernels, out, key) => kernels.fillTruncatedNormal(out, key, 0, 1),
    cdf: (x) => (normalCdf(x) - normalCdf(-2)) / (normalCdf(2) - normalCdf(-2)),
    std: 0.8796256610342398,
    // 3 − 2 (2³ + 3·2) φ(2)/(2Φ(2) − 1).
    fourth: 3 - (2 * 14 * 0.05399096651318806) / 0.9544997361036416,
  },
];

const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;

describe.each(machines)('$build', (kernels) => {
  let start = 0;
  beforeEach(() => {
    start = kernels.mark();
  });
  afterEach(() => kernels.release(start));

  const draw = ({ fill }: Distribution, key = KEY, count = N): number[] => {
    const out = kernels.allocate(count, 'f32');
    fill(kernels, out, key);
    return numbers(kernels, out);
  };

  test.each([1, 7, 8, 255, 256, 257, 1003])('%d draws are those of rng.ts', (length) => {
    for (const type of ['f32', 'f64'] as const) {
      const out = kernels.allocate(length + 1, type);
      const part = kernels.slice(out, 0, length);
      for (const first of [0, 16, 2 ** 31 - 8, 2 ** 32 - 2048]) {
        kernels.view(out)[length] = 42;
        const of = (draw: (counter: number) => number): number[] =>
          Array.from({ length }, (_, i) => draw(first + i));
        kernels.fillUniform(part, KEY, -1, 1, first);
        expect(numbers(kernels, part)).toEqual(of((i) => uniform(KEY, i)));
        kernels.fillNormal(part, KEY, 0, 1, first);
        expect(
          furthest(
            numbers(kernels, part),
            of((i) => normal(KEY, i)),
          ),
        ).toBeLessThan(4e-7);
        kernels.fillTruncatedNormal(part, KEY, 0, 1, first);
        expect(
          furthest(
            numbers(kernels, part),
            of((i) => truncated(uniform(KEY, i))),
          ),
        ).toBeLessThan(6e-7);
        // What lies behind is not touched.
        expect(kernels.view(out)[length]).toBe(42);
      }
    }
  });

  test('location and scale: the same standard draws', () => {
    const x = draw(DISTRIBUTIONS[0]!, KEY, 500);
    for (const type of ['f32', 'f64'] as const) {
      const out = kernels.allocate(500, type);
      kernels.fillNormal(out, KEY, 3, 0.25);
      const moved = x.map((v) => 3 + 0.25 * v);
      expect(furthest(numbers(kernels, out), moved, 1)).toBeLessThan(3e-7);
      kernels.fillUniform(out, KEY, -0.3, 0.3);
      const plus = numbers(kernels, out);
      kernels.fillUniform(out, KEY, 0.3, -0.3);
      expect(numbers(kernels, out)).toEqual(plus.map((y) => -y));
      kernels.fillTruncatedNormal(out, KEY, 0, 0.5);
      expect(Math.max(...numbers(kernels, out).map(Math.abs))).toBeLessThanOrEqual(1);
    }
  });

  test.each(DISTRIBUTIONS)('$name: moments within four standard errors', (distribution) => {
    const { std, fourth } = distribution;
    const x = draw(distribution);
    expect(Math.abs(mean(x))).toBeLessThan((4 * std) / Math.sqrt(N));
    expect(Math.abs(mean(x.map((v) => v * v)) - std ** 2)).toBeLessThan(
      4 * Math.sqrt((fourth - std ** 4) / N),
    );
    const sixth = mean(x.map((v) => v ** 6));
    expect(Math.abs(mean(x.map((v) => v ** 3)))).toBeLessThan(4 * Math.sqrt(sixth / N));
  });

  test.each(DISTRIBUTIONS)('$name: Kolmogorov and Smirnov', (distribution) => {
    for (const seed of [1, 2]) {
      const x = draw(distribution, stream(seed, 1, 'weights')).sort((a, b) => a - b);
      let most = 0;
      x.forEach((v, i) => {
        const p = distribution.cdf(v);
        most = Math.max(most, Math.abs(p - i / N), Math.abs(p - (i + 1) / N));
      });
      // P(√n D > 1.95) = 0.001.
      expect(most * Math.sqrt(N)).toBeLessThan(1.95);
    }
  });

  test.each(DISTRIBUTIONS)('$name: neighbours and streams are independent', (distribution) => {
    const { std, fourth } = distribution;
    const x = draw(distribution);
    const others = [
      ...[1, 2, 4, 8, 256, 512].map((lag) => x.slice(lag).concat(x.slice(0, lag))),
      draw(distribution, stream(8, 3, 'weights')),
      draw(distribution, stream(7, 4, 'weights')),
      draw(distribution, stream(7, 3, 'input')),
    ];
    for (const y of others) {
      const product = mean(x.map((v, i) => v * y[i]!)) / std ** 2;
      expect(Math.abs(product)).toBeLessThan(4.5 / Math.sqrt(N));
      // Of the squares as well: sine and cosine of one angle share their radius.
      const squares = mean(x.map((v, i) => (v ** 2 - std ** 2) * (y[i]! ** 2 - std ** 2)));
      expect(Math.abs(squares / (fourth - std ** 4))).toBeLessThan(4.5 / Math.sqrt(N));
    }
  });

  test('normal tails: as many beyond 3 and 4 as there should be', () => {
    const x = draw(DISTRIBUTIONS[0]!).concat(draw(DISTRIBUTIONS[0]!, stream(9, 9, 'weights')));
    for (const limit of [3, 4]) {
      const expected = 2 * normalCdf(-limit) * x.length;
      const found = x.filter((v) => Math.abs(v) > limit).length;
      expect(Math.abs(found - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
  });

  test.each([
    [64, 64],
    [40, 24],
    [9, 31],
    [1, 5],
    [1, 1],
  ])('orthogonal %i × %i', (rows, cols) => {
    const [lines, length] = [Math.min(rows, cols), Math.max(rows, cols)];
    for (const [type, tolerance] of [['f32', 1e-5] as const, ['f64', 1e-12] as const]) {
      const out = kernels.allocate(rows * cols, type);
      kernels.fillOrthogonal(out, rows, cols, KEY, 2);
      const q = numbers(kernels, out);
      const at = (line: number, i: number): number =>
        q[rows < cols ? line * cols + i : i * cols + line]!;
      let worst = 0;
      for (let a = 0; a < lines; a += 1) {
        for (let b = 0; b < lines; b += 1) {
          let dot = 0;
          for (let i = 0; i < length; i += 1) dot += at(a, i) * at(b, i);
          worst = Math.max(worst, Math.abs(dot - (a === b ? 4 : 0)));
        }
      }
      expect(worst).toBeLessThan(tolerance);
      const same = reference.allocate(rows * cols, type);
      reference.fillOrthogonal(same, rows, cols, KEY, 2);
      expect(furthest(q, numbers(reference, same), 1)).toBeLessThan(1e-5);
    }
  });

  test('orthogonal matrices are uniform: the moments of Haar measure', () => {
    const n = 4;
    const times = 3000;
    const out = kernels.allocate(n * n, 'f32');
    const traces: number[] = [];
    const corners: number[] = [];
    const determinants: number[] = [];
    for (let seed = 0; seed < times; seed += 1) {
      kernels.fillOrthogonal(out, n, n, stream(seed, 1, 'weights'), 1);
      const q = numbers(kernels, out);
      traces.push(q[0]! + q[5]! + q[10]! + q[15]!);
      corners.push(q[15]!, q[0]!, q[3]!);
      determinants.push(determinant(q, n));
    }
    const error = (values: readonly number[]): number => {
      const m = mean(values);
      return 4 * Math.sqrt(mean(values.map((v) => (v - m) ** 2)) / times);
    };
    const near = (values: readonly number[], expected: number): void =>
      expect(Math.abs(mean(values) - expected)).toBeLessThan(error(values));
    near(traces, 0);
    // Diaconis and Shahshahani 1994: E tr² = 1, E tr⁴ = 3. For one entry E q² = 1/n, E q⁴ = 3/(n(n+2)).
    near(
      traces.map((t) => t ** 2),
      1,
    );
    near(
      traces.map((t) => t ** 4),
      3,
    );
    near(corners, 0);
    near(
      corners.map((x) => x ** 2),
      1 / n,
    );
    near(
      corners.map((x) => x ** 4),
      3 / (n * (n + 2)),
    );
    near(determinants, 0);
  });
});

function determinant(values: readonly number[], n: number): number {
  if (n === 1) return values[0]!;
  let sum = 0;
  for (let j = 0; j < n; j += 1) {
    const minor = values.filter((_, i) => i >= n && i % n !== j);
    sum += (j % 2 === 0 ? 1 : -1) * values[j]! * determinant(minor, n - 1);
  }
  return sum;
}
