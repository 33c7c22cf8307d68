import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dotStack, seedAxis } from './seedAxis.ts';

const ROOM = { from: 10, to: 210 };

test('equal factors are equal distances, and everything is inside', () => {
  const { x, ticks } = seedAxis([0.3, 0.6, 1.2], ROOM);
  expect(x(0.6) - x(0.3)).toBeCloseTo(x(1.2) - x(0.6), 9);
  expect(x(0.3)).toBeGreaterThanOrEqual(ROOM.from);
  expect(x(1.2)).toBeLessThanOrEqual(ROOM.to);
  expect(ticks).toEqual([0.5, 1]);
});

test('zeros and infinities do not stretch the axis', () => {
  expect(seedAxis([0, 0.3, 1.2, Infinity], ROOM).ticks).toEqual(seedAxis([0.3, 1.2], ROOM).ticks);
});

test('no two dots cover one another', () => {
  fc.assert(
    fc.property(fc.array(fc.float({ min: 0, max: 100, noNaN: true })), (places) => {
      const dots = dotStack(places, 5);
      expect(dots).toHaveLength(places.length);
      dots.forEach((a, i) =>
        dots.slice(i + 1).forEach((b) => {
          expect(a.row !== b.row || Math.abs(a.x - b.x) >= 5).toBe(true);
        }),
      );
    }),
  );
});
