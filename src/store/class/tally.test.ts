import { expect, test } from 'vitest';
import { again, withCount, handsOf, NO_VOTES, rowsOf, shareOf } from './tally.ts';

test('hands are counted, and shares are of those raised', () => {
  const tally = withCount(withCount(NO_VOTES, 'yes', 6), 'no', 2);
  expect(handsOf(tally.rounds[0] ?? {})).toBe(8);
  expect(shareOf(tally.rounds[0] ?? {}, 'no')).toBe(0.25);
  expect(shareOf({}, 'no')).toBe(0);
});

test.each([
  [-3, 0],
  [2.6, 3],
  [Number.NaN, 0],
  [1e9, 9999],
])('%d hands become %d', (given, kept) => {
  expect(withCount(NO_VOTES, 'a', given).rounds).toEqual([{ a: kept }]);
});

test('a second round keeps the first, hides the bars, and waits for hands', () => {
  const first = { ...withCount(NO_VOTES, 'a', 5), shown: true };
  const second = again(first);
  expect(second).toEqual({ rounds: [{ a: 5 }, {}], shown: false });
  expect(again(second)).toBe(second);
  expect(withCount(second, 'b', 1).rounds).toEqual([{ a: 5 }, { b: 1 }]);
});

test('a row for each answer and round', () => {
  const rows = rowsOf({
    'zero/all-zero': { rounds: [{ flat: 3, falls: 9 }, { flat: 12 }], shown: true },
    'choose/quiz/ones': { rounds: [{ one: 4 }], shown: false },
  });
  expect(rows).toHaveLength(4);
  expect(rows[2]).toEqual({
    chapter: 'zero',
    step: 'all-zero',
    question: '',
    answer: 'flat',
    round: 2,
    count: 12,
  });
  expect(rows[3]).toMatchObject({ step: 'quiz', question: 'ones', count: 4 });
});
