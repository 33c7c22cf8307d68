import { expect, test } from 'vitest';
import { createPace } from './pace.ts';

test('a drawing is followed by a rest as long as itself, of a quarter of a second at most', () => {
  const pace = createPace();
  expect(pace.isRested(0)).toBe(true);
  pace.begin(0);
  pace.end(40);
  expect([50, 79, 80].map(pace.isRested)).toEqual([false, false, true]);
  pace.begin(100);
  pace.end(5000);
  expect([5200, 5250].map(pace.isRested)).toEqual([false, true]);
});
