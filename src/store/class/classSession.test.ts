import { expect, test } from 'vitest';
import { NEW_SESSION, elapsedMs, readSession, sessionFile, tallyOf } from './classSession.ts';
import type { ClassSession } from './classSession.ts';
import { NO_VOTES } from './tally.ts';

const GOOD: ClassSession = {
  clock: { since: 1000, before: 500 },
  votes: { 'zero/all-zero': { rounds: [{ flat: 3 }, {}], shown: true } },
};

test('what is written reads back', () => {
  const text = JSON.stringify(sessionFile(GOOD));
  expect(readSession(JSON.parse(text))).toEqual(GOOD);
});

test.each([null, 7, [], {}, { version: 2 }, { version: 1, clock: 'x', votes: 9 }])(
  'spoilt storage %j is a new session',
  (given) => expect(readSession(given)).toEqual(NEW_SESSION),
);

test('a spoilt field is dropped by itself', () => {
  const given = {
    version: 1,
    clock: { since: 'now', before: 4 },
    votes: {
      ...GOOD.votes,
      a: { rounds: [{ x: -1 }], shown: true },
      b: { rounds: [] },
      c: 'many',
      d: { rounds: [{ x: 2 }], shown: 'yes' },
    },
  };
  expect(readSession(given)).toEqual({
    clock: NEW_SESSION.clock,
    votes: { ...GOOD.votes, d: { rounds: [{ x: 2 }], shown: false } },
  });
});

test('the clock goes on while nobody looks, and never backwards', () => {
  expect(elapsedMs(GOOD.clock, 3500)).toBe(3000);
  expect(elapsedMs(GOOD.clock, 0)).toBe(500);
  expect(elapsedMs({ since: null, before: 700 }, 9999)).toBe(700);
});

test('a question nobody voted on has one empty round', () => {
  expect(tallyOf(GOOD, 'he/half')).toBe(NO_VOTES);
});
