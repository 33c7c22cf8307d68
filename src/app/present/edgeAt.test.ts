import { expect, test } from 'vitest';
import { edgeAt } from './edgeAt.ts';

test.each([
  [0, 'ltr', 'back'],
  [119, 'ltr', 'back'],
  [121, 'ltr', null],
  [500, 'rtl', null],
  [881, 'ltr', 'next'],
  [119, 'rtl', 'next'],
  [999, 'rtl', 'back'],
] as const)('a tap at %d of 1000, %s: %s', (x, dir, side) => {
  expect(edgeAt(x, 1000, dir)).toBe(side);
});
