import { expect, test } from 'vitest';
import { GAUGE_DOUBLINGS, markAngle, needleAt, polar, ringPath } from './gaugeScale.ts';

test('1 stands upright, a factor and its inverse lean alike', () => {
  expect(needleAt(1)).toEqual({ angle: 0, beyond: 0 });
  for (const factor of [1.6, 2, 31.9]) {
    expect(needleAt(factor).angle).toBeGreaterThan(0);
    expect(needleAt(1 / factor).angle).toBeCloseTo(-needleAt(factor).angle, 9);
  }
});

test('doublings are the same angle, and what lies beyond the ends is pinned', () => {
  const steps = [1, 2, 3, 4, 5].map((k) => needleAt(2 ** k).angle - needleAt(2 ** (k - 1)).angle);
  for (const step of steps) expect(step).toBeCloseTo(markAngle(1), 9);
  const last = markAngle(GAUGE_DOUBLINGS);
  expect(needleAt(2 ** GAUGE_DOUBLINGS)).toEqual({ angle: last, beyond: 0 });
  for (const [factor, beyond] of [
    [33, 1],
    [Infinity, 1],
    [1 / 33, -1],
    [0, -1],
  ] as const) {
    const found = needleAt(factor);
    expect(found.beyond).toBe(beyond);
    expect(found.angle * beyond).toBeGreaterThan(last);
  }
});

test('angles turn clockwise from upright', () => {
  const [x, y] = polar([10, 20], 90, 5);
  expect([x, y]).toEqual([expect.closeTo(15, 9), expect.closeTo(20, 9)]);
  expect(ringPath([0, 0], [0, 90], [1, 2])).toMatch(/^M0,-2A2,2 0 0,1 2,/);
});
