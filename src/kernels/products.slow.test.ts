/** Matrix products: right, the same wherever an element stands, and with IEEE's infinities. */
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stream } from '../engine/rng.ts';
import type { Kernels } from '../engine/kernels.ts';
import { instantiate } from './wasm.ts';
import { draws, fast, machines, numbers, reference, tensorOf } from '../../tests/kernels.ts';

/** Are the operand's lines its rows? */
const OPERANDS = { NT: [true, true], NN: [true, false], TN: [false, false] } as const;
const FORMS = ['NT', 'NN', 'TN'] as const;
const SHAPES = [
  [1, 1, 1],
  [4, 8, 4],
  [7, 9, 5],
  [6, 16, 40],
  [8, 24, 7],
  [11, 17, 33],
  [32, 32, 32],
  [33, 2, 37],
  [1, 64, 512],
  [13, 31, 300],
  [9, 13, 128],
  [32, 50, 200],
  [100, 70, 257],
] as const;

/** `count` lines of length k, stored as rows or as columns. */
function stored(lines: readonly (readonly number[])[], asRows: boolean): number[] {
  if (asRows) return lines.flat();
  return Array.from({ length: lines[0]?.length ?? 0 }, (_, p) =>
    lines.map((l) => l[p] ?? 0),
  ).flat();
}
function linesOf(count: number, k: number, layer: number): number[][] {
  const all = draws(count * k, layer);
  return Array.from({ length: count }, (_, i) => all.slice(i * k, (i + 1) * k));
}

describe.each(machines)('$build', (kernels) => {
  let start = 0;
  beforeEach(() => {
    start = kernels.mark();
  });
  afterEach(() => kernels.release(start));

  function multiply(
    form: (typeof FORMS)[number],
    x: readonly (readonly number[])[],
    y: readonly (readonly number[])[],
    type: 'f32' | 'f64' = 'f32',
  ): number[] {
    const [rowsA, rowsB] = OPERANDS[form];
    const [m, n, k] = [x.length, y.length, x[0]?.length ?? 0];
    const out = kernels.allocate(m * n, type);
    const a = tensorOf(kernels, stored(x, rowsA), type);
    kernels[`matmul${form}`](a, tensorOf(kernels, stored(y, rowsB), type), out, m, n, k);
    return numbers(kernels, out);
  }

  test.each(FORMS)('%s against float64 sums', (form) => {
    for (const [m, n, k] of SHAPES) {
      const [x, y] = [linesOf(m, k, 1), linesOf(n, k, 2)];
      for (const type of ['f32', 'f64'] as const) {
        const z = multiply(form, x, y, type);
        // Higham 2002, eq. 3.5: the error of a sum of k products, over Σ|a||b|.
        const bound = (k + 2) * (type === 'f32' ? 2 ** -24 : 2 ** -53);
        let worst = 0;
        x.forEach((line, i) =>
          y.forEach((other, j) => {
            const terms = line.map((v, p) => v * (other[p] ?? 0));
            const sum = terms.reduce((total, term) => total + term, 0);
            const size = terms.reduce((total, term) => total + Math.abs(term), 0);
            worst = Math.max(worst, Math.abs((z[i * n + j] ?? 0) - sum) / (bound * size));
          }),
        );
        expect(worst, `${m}×${n}×${k} ${type}`).toBeLessThanOrEqual(1);
      }
    }
  });

  test.each(FORMS)('%s gives equal lines bitwise equal results, wherever they stand', (form) => {
    for (const [m, n, k] of SHAPES) {
      const [x, y] = [linesOf(m, k, 1), linesOf(n, k, 2)];
      const twin = draws(k, 3);
      // Every third line is the same one, between others that differ.
      const planted = (lines: readonly number[][]): number[][] =>
        lines.map((line, i) => (i % 3 === 0 ? twin : line));
      for (const type of ['f32', 'f64'] as const) {
        const z = multiply(form, planted(x), planted(y), type);
        const at = (i: number, j: number): number => z[i * n + j] ?? 0;
        // An element is that of the first of its twins, row by row and column by column.
        const own = (i: number): number => (i % 3 === 0 ? 0 : i);
        const same = z.map((_, e) => at(own(Math.floor(e / n)), own(e % n)));
        expect(z).toEqual(same);
      }
    }
  });

  test.each(FORMS)('%s gives the same bits whole and in parts', (form) => {
    for (const k of [30, 200, 270]) {
      const [x, y] = [linesOf(60, k, 1), linesOf(21, k, 2)];
      const whole = multiply(form, x, y);
      const cut = [x.slice(0, 5), x.slice(5, 6), x.slice(6, 38), x.slice(38)];
      expect(cut.flatMap((part) => multiply(form, part, y))).toEqual(whole);
    }
  });

  test('descending by a product gives the bits of the product and the descent, one after the other', () => {
    for (const [m, n, k] of [...SHAPES, [256, 256, 32], [40, 600, 20]] as const) {
      for (const type of ['f32', 'f64'] as const) {
        const [a, b] = [
          tensorOf(kernels, draws(k * m, 1), type),
          tensorOf(kernels, draws(k * n, 2), type),
        ];
        const start = draws(m * n, 3);
        const [once, twice] = [tensorOf(kernels, start, type), tensorOf(kernels, start, type)];
        const gradient = kernels.allocate(m * n, type);
        kernels.matmulTN(a, b, gradient, m, n, k);
        kernels.descend(twice, gradient, null, 0.1, 0);
        kernels.descendTN(a, b, gradient, once, [m, n, k], 0.1);
        expect(numbers(kernels, once), `${m}×${n}×${k} ${type}`).toEqual(numbers(kernels, twice));
        expect(numbers(kernels, once)).not.toEqual(start);
      }
    }
  });

  test.each(FORMS)('%s overflows, cancels to NaN and keeps subnormals', (form) => {
    const line = (x: number, y: number): number[] => [Math.fround(x), Math.fround(y)];
    const x = [line(3e38, 3e38), line(Infinity, -Infinity), line(1e-30, 0), line(0, 1)];
    const y = [line(2, 0), line(1, 1), line(1e-12, 0)];
    const z = multiply(form, x, y);
    const tiny = Math.fround(Math.fround(1e-30) * Math.fround(1e-12));
    expect(z.slice(0, 2)).toEqual([Infinity, Infinity]);
    expect(z[4]).toBeNaN();
    expect(z[8]).toBe(tiny);
    expect(z[9]).toBe(0);
  });
});

/** `h ← h · Wᵀ`, W = std · N(0, 1): the first layer whose h is as asked. */
function layersUntil(
  kernels: Kernels,
  std: number,
  seed: number,
  reached: (h: readonly number[]) => boolean,
): number {
  const start = kernels.mark();
  const n = 512;
  let [h, z] = [kernels.allocate(n, 'f32'), kernels.allocate(n, 'f32')];
  const w = kernels.allocate(n * n, 'f32');
  kernels.fillNormal(h, stream(seed, 0, 'input'), 0, 1);
  let layer = 0;
  do {
    layer += 1;
    kernels.fillNormal(w, stream(seed, layer, 'weights'), 0, std);
    kernels.matmulNT(h, w, z, 1, n, n);
    [h, z] = [z, h];
  } while (layer < 100 && !reached(numbers(kernels, h)));
  kernels.release(start);
  return layer;
}

describe('one vector through 512 × 512 matrices, in float32', () => {
  const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

  test.each(fast)(
    '$build: N(0, 1) overflows in layer 29, 0.01 · N(0, 1) is zero in layer 70',
    (k) => {
      expect(SEEDS.map((seed) => overflows(k, seed))).toEqual(SEEDS.map(() => 29));
      expect(SEEDS.map((seed) => vanishes(k, seed))).toEqual(SEEDS.map(() => 70));
    },
  );
  test('the reference says so too', () => {
    expect(overflows(reference, 1)).toBe(29);
  });
});

const overflows = (kernels: Kernels, seed: number): number =>
  layersUntil(kernels, 1, seed, (h) => h.some((x) => !Number.isFinite(x)));
const vanishes = (kernels: Kernels, seed: number): number =>
  layersUntil(kernels, 0.01, seed, (h) => h.every((x) => x === 0));

test('tiles of four and of six rows give the same bits in the same places', async () => {
  const module = await WebAssembly.compile(
    await readFile('src/kernels/build/kernels.relaxed.wasm'),
  );
  const sums = (tall: boolean): number[][] => {
    const kernels = instantiate(module, 'relaxed-simd', tall);
    const shapes = [...SHAPES, [96, 8, 9], [103, 24, 513], [5, 40, 300], [32, 72, 256]] as const;
    return shapes.flatMap(([m, n, k]) =>
      FORMS.map((form) => {
        // Two rows more than the product has: they stay as they are.
        const out = kernels.allocate((m + 2) * n, 'f32');
        const [a, b] = [tensorOf(kernels, draws(m * k, 1)), tensorOf(kernels, draws(n * k, 2))];
        kernels[`matmul${form}`](a, b, out, m, n, k);
        return numbers(kernels, out);
      }),
    );
  };
  expect(sums(true)).toEqual(sums(false));
});
