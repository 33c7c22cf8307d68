import { expect, test } from 'vitest';
import { normal, stream } from '../rng.ts';
import { orthogonalizeColumns } from './singularValues.ts';

const draw = (count: number, seed: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => normal(stream(seed, 1, 'weights'), i));

test('two by two, by hand', () => {
  // [[3, 0], [4, 5]] has the singular values √45 and √5 (Golub and Van Loan).
  const columns = Float64Array.from([3, 4, 0, 5]);
  const [first, second] = orthogonalizeColumns(columns, 2, 2);
  expect(first).toBeCloseTo(Math.sqrt(45), 12);
  expect(second).toBeCloseTo(Math.sqrt(5), 12);
});

test('what is turned keeps its inner products of rows', () => {
  const [rows, cols] = [17, 11];
  const before = draw(rows * cols, 3);
  const after = before.slice();
  const values = orthogonalizeColumns(after, rows, cols);
  const gram = (a: Float64Array, r: number, s: number): number => {
    let sum = 0;
    for (let c = 0; c < cols; c += 1) sum += a[c * rows + r]! * a[c * rows + s]!;
    return sum;
  };
  for (let r = 0; r < rows; r += 1) {
    for (let s = r; s < rows; s += 1) expect(gram(after, r, s)).toBeCloseTo(gram(before, r, s), 10);
  }
  expect([...values]).toEqual([...values].toSorted((a, b) => b - a));
});

test('columns of very different size keep their digits', () => {
  // Orthogonal columns scaled by 10^(−20 k): a library that works against the largest would lose all but two.
  const columns = new Float64Array(6 * 6);
  const base = draw(36, 5);
  orthogonalizeColumns(base, 6, 6);
  for (let c = 0; c < 6; c += 1) {
    const length = Math.hypot(...base.subarray(c * 6, c * 6 + 6));
    for (let r = 0; r < 6; r += 1)
      columns[c * 6 + r] = (base[c * 6 + r]! / length) * 10 ** (-20 * c);
  }
  const values = orthogonalizeColumns(columns, 6, 6);
  values.forEach((value, c) => expect(value * 10 ** (20 * c)).toBeCloseTo(1, 9));
});

test('a column that depends on the others is exactly nothing', () => {
  const columns = draw(5 * 4, 7);
  for (let r = 0; r < 5; r += 1) columns[15 + r] = columns[r]! - 2 * columns[5 + r]!;
  const values = orthogonalizeColumns(columns, 5, 4);
  expect(values[3]).toBe(0);
  expect(values[2]).toBeGreaterThan(0.01);
});
