import { expect, test } from 'vitest';
import { createPace } from './pace.ts';

test('a drawing is followed by a rest as long as itself, of a quarter of a second at most', () => {
  const pace = createPace();
  expect(pace.rest(0)).toBe(0);
  pace.begin(0);
  pace.end(40);
  expect([50, 79, 80, 90].map(pace.rest)).toEqual([30, 1, 0, 0]);
  pace.begin(100);
  pace.end(5000);
  expect([5200, 5250].map(pace.rest)).toEqual([50, 0]);
});
