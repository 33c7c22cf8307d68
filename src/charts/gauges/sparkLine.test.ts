import { expect, test } from 'vitest';
import { SPARK_DECADES, sparkPoints } from './sparkLine.ts';

test('decades from 1, in the direction of the pass', () => {
  const forward = sparkPoints([1, 10, 0.1], 'forward');
  expect(forward.map(({ index }) => index)).toEqual([0, 1, 2]);
  expect(forward.map(({ decades }) => decades)).toEqual([0, 1, expect.closeTo(-1, 12)]);
  expect(sparkPoints([1, 10, 0.1], 'backward').map(({ index }) => index)).toEqual([2, 1, 0]);
});

test('the line stops at the edge where it leaves the axis', () => {
  expect(sparkPoints([1, 1e9, 1], 'forward').at(-1)).toEqual({
    index: 1,
    decades: SPARK_DECADES,
    beyond: 1,
  });
  expect(sparkPoints([0, 1], 'backward').at(-1)).toMatchObject({ index: 0, beyond: -1 });
  expect(sparkPoints([Number.NaN, Infinity], 'forward')).toEqual([
    { index: 1, decades: SPARK_DECADES, beyond: 1 },
  ]);
});
