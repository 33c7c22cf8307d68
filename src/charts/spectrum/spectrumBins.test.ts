import { expect, test } from 'vitest';
import { spectrumBins } from './spectrumBins.ts';

test('what stands out is in no bin', () => {
  const { histogram, shown, beyond, end } = spectrumBins([5, 3, 2, 1.5, 1, 0.5, 0], 2, 2.5);
  expect(histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(5);
  expect(shown).toEqual([5, 3]);
  expect(beyond).toBe(0);
  expect(end).toBeCloseTo(5.3);
});

test('a value far out does not press the rest together', () => {
  const { end, shown, beyond } = spectrumBins([900, 4, 1, 0.9], 2, 2);
  expect([end, beyond]).toEqual([6, 1]);
  expect(shown).toEqual([4]);
});
