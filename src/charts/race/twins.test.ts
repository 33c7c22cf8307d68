import { expect, test } from 'vitest';
import { twinsOf } from './twins.ts';

test('equal units are one group, in order of its first; a unit like no other is in none', () => {
  expect(twinsOf([4, 4, 4])).toEqual([{ units: [0, 1, 2] }]);
  expect(twinsOf([0, 7, 0, 3, 7])).toEqual([{ units: [0, 2] }, { units: [1, 4] }]);
  expect(twinsOf([0, 1, 2])).toEqual([]);
});
