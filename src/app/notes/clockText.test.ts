import { expect, test } from 'vitest';
import { clockText, elapsedText } from './clockText.ts';

const two = (value: number): string => `${value}`.padStart(2, '0');

test.each([
  [0, '00:00'],
  [999, '00:00'],
  [61_000, '01:01'],
  [3_599_999, '59:59'],
  [3_600_000, '01:00:00'],
])('%d ms is %s', (ms, text) => expect(elapsedText(ms, two)).toBe(text));

test('the clock of the wall', () => {
  expect(clockText(new Date(2026, 0, 1, 9, 5), two)).toBe('09:05');
});
