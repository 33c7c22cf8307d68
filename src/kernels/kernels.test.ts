/** One table of cases over every implementation; the reference is checked against closed forms. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { activation } from '../engine/activations.ts';
import type { Kernels, Tensor } from '../engine/kernels.ts';
import { normal, stream, uniform } from '../engine/rng.ts';
import { completeActivation } from '../engine/spec.ts';
import type { ActivationId, Histogram } from '../engine/types.ts';
import { ACTIVATION_IDS } from '../engine/types.ts';
import { bestBuild } from './features.ts';
import { createReference } from './reference.ts';
import { instantiate } from './wasm.ts';

async function load(build: 'simd' | 'relaxed-simd'): Promise<Kernels> {
  const name = build === 'simd' ? 'simd' : 'relaxed';
  const bytes = readFileSync(new URL(`./build/kernels.${name}.wasm`, import.meta.url));
  return instantiate(await WebAssembly.compile(new Uint8Array(bytes)), build);
}

const reference = createReference();
const machines: readonly Kernels[] = [
  reference,
  await load('simd'),
  ...(bestBuild() === 'relaxed-simd' ? [await load('relaxed-simd')] : []),
];
const KEY = stream(7, 3, 'weights');

function tensorOf(
  kernels: Kernels,
  values: ArrayLike<number>,
  type: 'f32' | 'f64' = 'f32',
): Tensor {
  const tensor = kernels.allocate(values.length, type);
  kernels.view(tensor).set(Array.from(values));
  return tensor;
}
const numbers = (kernels: Kernels, tensor: Tensor): number[] => [...kernels.view(tensor)];
const draws = (count: number, layer = 1): number[] => {
  const key = stream(1, layer, 'input');
  return Array.from({ length: count }, (_, i) => Math.fround(normal(key, i)));
};
/** Relative distance, with `floor` as the smallest scale. */
const distance = (a: number, b: number, floor: number): number =>
  Object.is(a, b) || a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(b), floor);

const OPERANDS = { NT: [1, 1], NN: [1, 0], TN: [0, 0] } as const;
const SHAPES = [
  [1, 1, 1],
  [6, 8, 4],
  [7, 9, 5],
  [32, 32, 32],
  [33, 2, 37],
  [13, 31, 300],
  [100, 70, 257],
] as const;

test('the fast builds are there', () => {
  expect(bestBuild()).not.toBe('reference');
});

describe.each(machines)('$build', (kernels) => {
  test.each(['NT', 'NN', 'TN'] as const)('product %s against float64 sums', (form) => {
    for (const [m, n, k] of SHAPES) {
      for (const type of ['f32', 'f64'] as const) {
        const mark = kernels.mark();
        const [rowsA, rowsB] = OPERANDS[form];
        const x = draws(m * k, 1);
        const y = draws(k * n, 2);
        const a = tensorOf(kernels, x, type);
        const b = tensorOf(kernels, y, type);
        const out = kernels.allocate(m * n, type);
        kernels[`matmul${form}`](a, b, out, m, n, k);
        const z = numbers(kernels, out);
        const epsilon = type === 'f32' ? 2 ** -24 : 2 ** -53;
        for (let i = 0; i < m; i += 1) {
          for (let j = 0; j < n; j += 1) {
            let sum = 0;
            let size = 0;
            for (let p = 0; p < k; p += 1) {
              const left = x[rowsA ? i * k + p : p * m + i] ?? 0;
              const right = y[rowsB ? j * k + p : p * n + j] ?? 0;
              sum += left * right;
              size += Math.abs(left * right);
            }
            // Higham 2002, eq. 3.5: the error of a sum of k products.
            expect(Math.abs((z[i * n + j] ?? 0) - sum)).toBeLessThanOrEqual(
              (k + 2) * epsilon * size,
            );
          }
        }
        kernels.release(mark);
      }
    }
  });

  test('equal rows and columns give bitwise equal results, wherever they stand', () => {
    for (const [m, n, k] of SHAPES) {
      const mark = kernels.mark();
      const row = draws(k);
      const repeat = (count: number): number[] => Array.from({ length: count }, () => row).flat();
      const spread = (count: number): number[] =>
        row.flatMap((v) => Array.from({ length: count }, () => v));
      const out = kernels.allocate(m * n, 'f32');
      const distinct = (): number => new Set(numbers(kernels, out)).size;
      kernels.matmulNT(tensorOf(kernels, repeat(m)), tensorOf(kernels, repeat(n)), out, m, n, k);
      expect(distinct()).toBe(1);
      kernels.matmulNN(tensorOf(kernels, repeat(m)), tensorOf(kernels, spread(n)), out, m, n, k);
      expect(distinct()).toBe(1);
      kernels.matmulTN(tensorOf(kernels, spread(m)), tensorOf(kernels, spread(n)), out, m, n, k);
      expect(distinct()).toBe(1);
      kernels.release(mark);
    }
  });

  test('draws are those of rng.ts, from any place in the stream', () => {
    const mark = kernels.mark();
    const length = 1003;
    const out = kernels.allocate(length, 'f32');
    kernels.fillUniform(out, KEY, -1, 1, 16);
    numbers(kernels, out).forEach((x, i) => expect(x).toBe(uniform(KEY, 16 + i)));
    kernels.fillNormal(out, KEY, 0, 1, 8);
    numbers(kernels, out).forEach((x, i) =>
      expect(Math.abs(x - normal(KEY, 8 + i))).toBeLessThan(2e-6),
    );
    const same = kernels.allocate(length, 'f32');
    kernels.fillNormal(same, KEY, 3, 0.25, 8);
    const standard = numbers(kernels, out);
    numbers(kernels, same).forEach((x, i) =>
      expect(Math.abs(x - (3 + 0.25 * (standard[i] ?? 0)))).toBeLessThan(1e-6),
    );
    kernels.release(mark);
  });

  test('moments of the draws lie within four standard errors', () => {
    const mark = kernels.mark();
    const n = 2 ** 18;
    const out = kernels.allocate(n, 'f32');
    const cases = [
      { fill: () => kernels.fillNormal(out, KEY, 0, 1), std: 1, fourth: 3 },
      { fill: () => kernels.fillUniform(out, KEY, -1, 1), std: 1 / Math.sqrt(3), fourth: 1 / 5 },
      // E x⁴ of N(0,1) cut at ±2: 3 − 2·(8 + 3·2)·φ(2)/(2Φ(2) − 1).
      {
        fill: () => kernels.fillTruncatedNormal(out, KEY, 0, 1),
        std: 0.8796256610342398,
        fourth: 3 - (2 * 14 * 0.05399096651318806) / 0.9544997361036416,
      },
    ];
    for (const { fill, std, fourth } of cases) {
      fill();
      const found = kernels.measure(out, request());
      expect(Math.abs(found.mean)).toBeLessThan((4 * std) / Math.sqrt(n));
      const errorOfVariance = Math.sqrt((fourth - std ** 4) / n);
      expect(Math.abs(found.std ** 2 - std ** 2)).toBeLessThan(4 * errorOfVariance);
    }
    expect(kernels.measure(out, request()).max).toBeLessThanOrEqual(2);
    kernels.release(mark);
  });

  test('neighbouring streams and neighbouring draws are uncorrelated', () => {
    const mark = kernels.mark();
    const n = 2 ** 16;
    const fill = (layer: number): number[] => {
      const out = kernels.allocate(n, 'f32');
      kernels.fillNormal(out, stream(7, layer, 'weights'), 0, 1);
      return numbers(kernels, out);
    };
    const one = fill(1);
    const two = fill(2);
    for (const lag of [0, 1, 4, 8, 512]) {
      const other = lag === 0 ? two : one.slice(lag);
      const sum = other.reduce((total, x, i) => total + x * (one[i] ?? 0), 0);
      expect(Math.abs(sum / other.length)).toBeLessThan(4.5 / Math.sqrt(other.length));
    }
    kernels.release(mark);
  });

  test.each([
    [64, 64],
    [40, 24],
    [9, 31],
    [1, 1],
  ])('orthogonal %i × %i', (rows, cols) => {
    const mark = kernels.mark();
    const out = kernels.allocate(rows * cols, 'f32');
    kernels.fillOrthogonal(out, rows, cols, KEY, 2);
    const q = numbers(kernels, out);
    const lines = Math.min(rows, cols);
    const length = Math.max(rows, cols);
    const at = (line: number, i: number): number =>
      q[rows < cols ? line * cols + i : i * cols + line] ?? 0;
    for (let a = 0; a < lines; a += 1) {
      for (let b = 0; b < lines; b += 1) {
        let dot = 0;
        for (let i = 0; i < length; i += 1) dot += at(a, i) * at(b, i);
        expect(Math.abs(dot - (a === b ? 4 : 0))).toBeLessThan(1e-5);
      }
    }
    kernels.release(mark);
  });

  test('activations and derivatives against float64', () => {
    const grid = Array.from({ length: 400 }, (_, i) => i / 40);
    const points = grid
      .concat([
        0,
        1e-40,
        1e-30,
        1e-6,
        1e-3,
        0.3,
        0.34,
        0.36,
        0.6,
        0.63,
        12,
        17,
        40,
        87,
        95,
        103,
        110,
        1e5,
        1e30,
        3e38,
        Infinity,
      ])
      .flatMap((x) => [Math.fround(x), Math.fround(-x)]);
    // Relative to the value, or to `floor` below it: cancellation is part of these formulas.
    const tolerance: Partial<Record<ActivationId, readonly [f: number, df: number]>> = {
      gelu: [3e-6, 3e-6],
      silu: [2e-6, 3e-6],
    };
    for (const id of ACTIVATION_IDS) {
      const act = completeActivation({
        id,
        params: id === 'leaky_relu' ? { slope: 0.2 } : {},
      }).value;
      const { f, df } = activation(id);
      const [close, closeSlope] = tolerance[id] ?? [5e-7, 1e-6];
      const z = tensorOf(kernels, points);
      const h = kernels.allocate(points.length, 'f32');
      const g = kernels.allocate(points.length, 'f32');
      kernels.fillConstant(g, 1);
      kernels.activate(act, z, h);
      kernels.activateBackward(act, z, g);
      const values = numbers(kernels, h);
      const slopes = numbers(kernels, g);
      points.forEach((x, i) => {
        // At ±∞ GELU and SiLU are limits that 0 · ∞ does not give; the reference says NaN as well.
        if (!Number.isFinite(x) && (id === 'gelu' || id === 'silu' || id === 'softsign')) return;
        const expected = Math.fround(f(x, act.params));
        const floor = id === 'gelu' || id === 'silu' ? 1e-4 : 1e-36;
        expect(distance(values[i] ?? 0, expected, floor), `${id}(${x})`).toBeLessThan(close);
        if (!Number.isFinite(x)) return;
        const slope = Math.fround(df(x, act.params));
        const floorSlope = id === 'gelu' || id === 'silu' ? 0.1 : 1e-36;
        expect(distance(slopes[i] ?? 0, slope, floorSlope), `${id}′(${x})`).toBeLessThan(
          closeSlope,
        );
      });
      const nan = tensorOf(kernels, [Number.NaN, 1]);
      kernels.activate(act, nan, nan);
      expect(kernels.view(nan)[0], id).toBeNaN();
    }
  });

  test('rounding to float16 and bfloat16', () => {
    const exactly: readonly (readonly ['float16' | 'bfloat16', number, number])[] = [
      ['float16', 1 + 2 ** -11, 1],
      ['float16', 1 + 3 * 2 ** -11, 1 + 2 ** -9],
      ['float16', 65504, 65504],
      ['float16', 65519, 65504],
      ['float16', 65520, Infinity],
      ['float16', -1e9, -Infinity],
      ['float16', 2 ** -24, 2 ** -24],
      ['float16', 2 ** -25, 0],
      ['float16', 3 * 2 ** -26, 2 ** -24],
      ['float16', 2 ** -15 + 2 ** -25, 2 ** -15],
      ['bfloat16', 1 + 2 ** -8, 1],
      ['bfloat16', 1 + 3 * 2 ** -8, 1 + 2 ** -6],
      ['bfloat16', 3.4e38, Infinity],
      ['bfloat16', 1e-40, 2 ** -133],
      ['bfloat16', Infinity, Infinity],
    ];
    for (const [precision, x, expected] of exactly) {
      const t = tensorOf(kernels, [x, -x]);
      kernels.round(t, precision);
      const [plus = 0, minus = 0] = numbers(kernels, t);
      expect(distance(plus, expected, 1e-45), `${precision} ${x}`).toBeLessThan(2e-4);
      expect(minus).toBe(-plus);
    }
    for (const precision of ['float16', 'bfloat16'] as const) {
      const values = draws(512).flatMap((x, i) => [x, x * 2 ** -(i % 40), x * 2 ** (i % 30)]);
      const mine = tensorOf(kernels, values);
      const theirs = tensorOf(reference, values);
      kernels.round(mine, precision);
      reference.round(theirs, precision);
      expect(numbers(kernels, mine)).toEqual(numbers(reference, theirs));
    }
  });

  test('measures as the reference does, non-finite values counted out', () => {
    const samples: readonly (readonly number[])[] = [
      draws(1001),
      draws(500).map((x) => Math.max(0, x)),
      draws(300).map((x) => 0.51 + 1e-6 * x),
      draws(300).map((x) => 1e38 * x),
      draws(300).map((x) => 1e-42 * x),
      [Infinity, 1, -Infinity, Number.NaN, 0, -0, 2],
      [Number.NaN, Infinity],
      [3, 3, 3],
      [0],
    ];
    for (const sample of samples) {
      const values = sample.map(Math.fround);
      const mine = kernels.measure(tensorOf(kernels, values), request());
      const theirs = reference.measure(tensorOf(reference, values), request());
      for (const key of ['finite', 'zeros', 'beyond'] as const) expect(mine[key]).toBe(theirs[key]);
      for (const key of ['mean', 'std', 'rms', 'min', 'max'] as const) {
        if (Number.isNaN(theirs[key])) expect(mine[key]).toBeNaN();
        else
          expect(
            distance(mine[key], theirs[key], 1e-12 * Math.abs(theirs.max) + 1e-60),
            key,
          ).toBeLessThan(1e-6);
      }
      expect(mine.magnitudes).toEqual(theirs.magnitudes);
      // A value on the edge of a bin may fall to its neighbour in float32.
      expect(misplaced(mine.shared, theirs.shared)).toBeLessThan(3);
      const total = [...mine.own.counts].reduce((sum, count) => sum + count, 0);
      expect(total).toBe(theirs.finite);
      expect(misplaced(mine.own, theirs.own)).toBeLessThan(5);
    }
  });

  test('half octaves begin at powers of √2, subnormals too', () => {
    const values = [2 ** -149, 2 ** -148, 2 ** -126, 1, 1.41, 1.42, 2, 2 ** 127];
    const { magnitudes } = kernels.measure(tensorOf(kernels, values), request());
    const found = values.map((_, i) => i).length;
    expect([...magnitudes.counts].reduce((sum, count) => sum + count, 0)).toBe(found);
    const at = (half: number): number | undefined => magnitudes.counts[half - magnitudes.first];
    expect(magnitudes.first).toBe(-298);
    expect([at(-298), at(-296), at(-252), at(0), at(1), at(2), at(254)]).toEqual([
      1, 1, 1, 2, 1, 1, 1,
    ]);
  });

  test('fingerprints tell equal lines from different ones', () => {
    for (const type of ['f32', 'f64'] as const) {
      const matrix = tensorOf(kernels, [1, 2, 1, 3, 4, 3, 1, 2, 1], type);
      const rows = kernels.fingerprints(matrix, 3, 3, false);
      const cols = kernels.fingerprints(matrix, 3, 3, true);
      expect(rows[0] === rows[2]).toBe(true);
      expect(rows[0] === rows[1]).toBe(false);
      expect(cols[0] === cols[2]).toBe(true);
      expect(cols[0] === cols[1]).toBe(false);
    }
  });

  test('softmax cross-entropy, biases, sums, updates', () => {
    const logits = tensorOf(kernels, [0, 0, 1000, -1000]);
    const gradient = kernels.allocate(4, 'f32');
    const { loss, correct } = kernels.softmaxCrossEntropy(
      logits,
      Uint8Array.of(0, 0),
      gradient,
      2,
      2,
    );
    expect(loss).toBeCloseTo(Math.LN2 / 2, 12);
    expect(correct).toBe(2);
    expect(numbers(kernels, gradient)).toEqual([-0.25, 0.25, 0, 0]);

    const values = tensorOf(
      kernels,
      Array.from({ length: 14 }, (_, i) => i),
    );
    kernels.addBias(values, tensorOf(kernels, [1, 2, 3, 4, 5, 6, 7]), 2, 7);
    expect(numbers(kernels, values).slice(5, 9)).toEqual([11, 13, 8, 10]);
    const sums = kernels.allocate(7, 'f32');
    kernels.sumRows(values, sums, 2, 7);
    expect(numbers(kernels, sums)[6]).toBe(6 + 7 + 13 + 7);

    const w = tensorOf(kernels, [1, 1, 1, 1, 1]);
    const v = tensorOf(kernels, [0, 0, 0, 0, 2]);
    kernels.descend(w, tensorOf(kernels, [4, 4, 4, 4, 4]), v, 0.25, 0.5);
    expect(numbers(kernels, v)).toEqual([4, 4, 4, 4, 5]);
    expect(numbers(kernels, w)).toEqual([0, 0, 0, 0, -0.25]);
    kernels.scale(w, -4);
    expect(numbers(kernels, w)[4]).toBe(1);
  });
});

function request() {
  return { low: -1, high: 1, shared: [-2, 2], sharedBins: 64, ownBins: 2048 } as const;
}

/** How many values lie in another bin than in the other histogram. */
function misplaced(a: Histogram, b: Histogram): number {
  const moved = a.counts.reduce((sum, count, i) => sum + Math.abs(count - (b.counts[i] ?? 0)), 0);
  return (moved + Math.abs(a.below - b.below) + Math.abs(a.above - b.above)) / 2;
}
