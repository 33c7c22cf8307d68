import { expect, test } from 'vitest';
import { ascending } from './ascending.ts';
import { quantile } from './quantile.ts';

test('by linear interpolation between sorted values', () => {
  expect(quantile([1, 2, 4], 0.5)).toBe(2);
  expect(quantile([1, 2, 4], 0.75)).toBe(3);
  expect(quantile([], 0.5)).toBeNaN();
});

test('infinite values are values: beside a finite one, and among themselves', () => {
  expect(quantile([1, 2, Infinity], 0.5)).toBe(2);
  expect(quantile([1, 2, Infinity], 0.75)).toBe(Infinity);
  expect(quantile([1, Infinity, Infinity, Infinity], 0.5)).toBe(Infinity);
});

test('what is not a number is sorted as infinite', () => {
  expect(ascending([3, Number.NaN, 1, Infinity, 2, Number.NaN, 0])).toEqual([
    0,
    1,
    2,
    3,
    Infinity,
    Infinity,
    Infinity,
  ]);
});
