/** Sums down columns: by the definition, and where cancellation would eat them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { meanCosine } from '../engine/measure/similarity.ts';
import { distance, draws, machines, tensorOf } from '../../tests/kernels.ts';

const TYPES = ['f32', 'f64'] as const;

describe.each(machines)('$build', (kernels) => {
  let start = 0;
  beforeEach(() => {
    start = kernels.mark();
  });
  afterEach(() => kernels.release(start));

  const shapes = [
    [1, 5],
    [2, 1],
    [7, 3],
    [9, 4],
    [33, 70],
  ] as const;
  test.each(shapes)('by the definition: %d × %d', (rows, cols) => {
    const x = draws(rows * cols).map((each, i) => Math.fround(each + (i % cols)));
    const column = (col: number): number[] =>
      Array.from({ length: rows }, (_, row) => x[row * cols + col]!);
    const variances = Array.from({ length: cols }, (_, col) => {
      const values = column(col);
      const mean = values.reduce((sum, each) => sum + each, 0) / rows;
      return values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / rows;
    });
    const wanted = Math.sqrt(variances.reduce((sum, each) => sum + each, 0) / cols);
    for (const type of TYPES) {
      const tensor = tensorOf(kernels, x, type);
      expect(distance(kernels.spreadBetweenRows(tensor, cols), wanted, 1e-3)).toBeLessThan(1e-12);
      const squares = kernels.columnSquares(tensor, cols);
      squares.forEach((found, col) => {
        const sum = column(col).reduce((total, each) => total + each ** 2, 0);
        expect(distance(found, sum)).toBeLessThan(1e-14);
      });
    }
  });

  test('differences far below the values are kept', () => {
    const values = [0.5, 0.25, 0.5 + 2 ** -24, 0.25, 0.5, 0.25, 0.5, 0.25];
    for (const type of TYPES) {
      // Three values 0 and one 2⁻²⁴ in the first of two columns: variance 3/16 · 2⁻⁴⁸.
      const spread = kernels.spreadBetweenRows(tensorOf(kernels, values, type), 2);
      expect(spread / (2 ** -24 * Math.sqrt(3 / 32))).toBeCloseTo(1, 6);
      const equal = tensorOf(kernels, [0.5, 0.25, 0.5, 0.25], type);
      expect(kernels.spreadBetweenRows(equal, 2)).toBe(0);
    }
  });

  test('the mean cosine of two rows', () => {
    for (const [rows, cols] of [
      [2, 1],
      [5, 4],
      [40, 39],
    ] as const) {
      const x = draws(rows * cols).map((each) => Math.fround(each + 0.5));
      // A row of zeros has no direction.
      x.fill(0, cols, 2 * cols);
      x.push(...x.slice(0, cols));
      for (const type of TYPES) {
        const wanted = meanCosine(Float64Array.from(x), rows + 1);
        const found = kernels.meanCosine(tensorOf(kernels, x, type), rows + 1);
        expect(distance(found, wanted, 1e-2)).toBeLessThan(1e-12);
      }
    }
    const scaled = [1e-42, 2e-42, -3e38, -3e38].map(Math.fround);
    expect(kernels.meanCosine(tensorOf(kernels, scaled), 2)).toBeCloseTo(-3 / Math.sqrt(10), 3);
    expect(kernels.meanCosine(tensorOf(kernels, [1, 2, 0, 0]), 2)).toBeNaN();
    expect(kernels.meanCosine(tensorOf(kernels, [1, 2, 3, Infinity, 1, 1]), 3)).toBeNaN();
  });

  test('infinities and NaN are results', () => {
    const values = tensorOf(kernels, [1, 2, 3, 4, 5, Infinity, 1, 1, 1, Number.NaN, 1, 1], 'f32');
    expect(kernels.spreadBetweenRows(values, 6)).toBeNaN();
    expect([...kernels.columnSquares(values, 6)]).toEqual([2, 5, 10, Number.NaN, 26, Infinity]);
  });
});
