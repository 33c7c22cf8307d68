import { expect, test } from 'vitest';
import { dotPile } from './dotPile.ts';

test('dots pile up where they fall, in the order they fall', () => {
  const fallen = dotPile([1, 12, 5, 9.9, 10, -1, -9], 10);
  expect(fallen.map(({ level }) => level)).toEqual([0, 0, 1, 2, 1, 0, 1]);
  expect(fallen.map(({ x }) => x)).toEqual([1, 12, 5, 9.9, 10, -1, -9]);
});
