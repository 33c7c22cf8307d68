import { expect, test } from 'vitest';
import { classAt } from './classAt.ts';

/** Two classes, two cells beside each other: the left one sure of class 0, the right one of class 1 by `right`. */
const field = (right: number) => ({
  side: 2,
  classes: 2,
  values: [1, 0, 1 - right, right, 1, 0, 1 - right, right],
});

test('the likeliest class of the cell a place lies in', () => {
  expect(classAt(field(1), 0.1, 0.5)).toBe(0);
  expect(classAt(field(1), 0.9, 0.5)).toBe(1);
});

test('between two cells the border lies where the interpolated shares are equal', () => {
  // Centres at 0.25 and 0.75; class 1 has half of it at 0.25 + 0.5 · 0.5 / 0.8.
  const border = 0.25 + (0.5 * 0.5) / 0.8;
  expect(classAt(field(0.8), border - 0.01, 0.5)).toBe(0);
  expect(classAt(field(0.8), border + 0.01, 0.5)).toBe(1);
});

test('nothing is likeliest where the network answers with no number', () => {
  const values = Array.from({ length: 8 }, () => Number.NaN);
  expect(classAt({ side: 2, classes: 2, values }, 0.5, 0.5)).toBe(null);
});
