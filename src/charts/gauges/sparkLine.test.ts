import { expect, test } from 'vitest';
import { SPARK_DECADES, sparkLine } from './sparkLine.ts';

test('decades from 1, in the direction of the pass', () => {
  const { points: forward } = sparkLine([1, 10, 0.1], 'forward');
  expect(forward.map(({ index }) => index)).toEqual([0, 1, 2]);
  expect(forward.map(({ decades }) => decades)).toEqual([0, 1, expect.closeTo(-1, 12)]);
  expect(sparkLine([1, 10, 0.1], 'backward').points.map(({ index }) => index)).toEqual([2, 1, 0]);
});

test('the line stops at the edge where it leaves the axis', () => {
  expect(sparkLine([1, 1e9, 1], 'forward').points.at(-1)).toEqual({
    index: 1,
    decades: SPARK_DECADES,
    beyond: 1,
  });
  expect(sparkLine([1e-9, 1], 'backward').points.at(-1)).toMatchObject({ index: 0, beyond: -1 });
  expect(sparkLine([Number.NaN, Infinity], 'forward').points).toEqual([
    { index: 1, decades: SPARK_DECADES, beyond: 1 },
  ]);
});

test('exact zero is no power of ten: it has a row of its own, and no line runs to it', () => {
  const { points, zeros } = sparkLine([0, 0, 0.1, 1], 'backward');
  expect(points.map(({ index }) => index)).toEqual([3, 2]);
  expect(zeros).toEqual([1, 0]);
  expect(sparkLine([0, 0], 'forward')).toEqual({ points: [], zeros: [0, 1] });
});
