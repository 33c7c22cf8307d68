import { expect, it } from 'vitest';
import { niceStep } from './niceStep.ts';

it('rounds up to 1, 2 or 5 times a power of ten', () => {
  expect([0.3, 0.5, 0.51, 1, 1.0001, 3, 7, 12, 21, 600].map((x) => niceStep(x))).toEqual([
    0.5, 0.5, 1, 1, 1, 5, 10, 20, 50, 1000,
  ]);
  expect(niceStep(2.01)).toBe(5);
  expect(niceStep(2.01, 0.01)).toBe(2);
});
