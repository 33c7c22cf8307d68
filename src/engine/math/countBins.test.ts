import { expect, test } from 'vitest';
import { countBins, joinBins } from './countBins.ts';

test('bins hold everything once', () => {
  const { counts, below, above } = countBins(
    [-2, -1, -0.5, 0, 0.99, 1, 1.01, Number.NaN],
    -1,
    1,
    4,
  );
  expect([...counts]).toEqual([1, 1, 1, 2]);
  expect([below, above]).toEqual([1, 1]);
});

test('few values are shown in few bins, and none is lost', () => {
  const values = Array.from({ length: 24 }, (_, i) => i / 24);
  const fine = countBins(values, 0, 1, 64);
  expect([...joinBins(fine, 3).counts]).toEqual([3, 3, 3, 3, 3, 3, 3, 3]);
  expect(joinBins(fine, 1.4).counts).toHaveLength(16);
  expect(joinBins(countBins(values, 0, 1, 12), 2)).toEqual(countBins(values, 0, 1, 12));
});
