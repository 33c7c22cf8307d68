import { expect, test } from 'vitest';
import { announcementToFollow, readMessage, writtenMessage } from './classMessage.ts';
import type { Announced, ClassMessage } from './classMessage.ts';

const AT: Announced = {
  presenter: 'a',
  chapter: 'zero',
  step: 'constant',
  question: null,
  asks: true,
  ready: true,
  revealed: false,
  outcome: null,
  blank: false,
  presenting: true,
  numbers: { 'steps|0|1|': { kind: 'integer', value: 500 }, 'x|0|1|': { kind: 'never' } },
};

const MESSAGES: readonly ClassMessage[] = [
  { kind: 'who' },
  { kind: 'here', at: AT },
  { kind: 'gone', presenter: 'a' },
  { kind: 'move', presenter: 'a', move: 'blank' },
  {
    kind: 'session',
    session: { clock: { since: 3, before: 1 }, votes: { k: { rounds: [{ a: 1 }], shown: true } } },
  },
];

test.each(MESSAGES)('$kind arrives as it was sent', (message) => {
  expect(readMessage(structuredClone(writtenMessage(message)))).toEqual(message);
});

test.each([
  null,
  'who',
  { kind: 'what' },
  { kind: 'move', presenter: 'a', move: 'delete' },
  { kind: 'here', at: { ...AT, step: 7 } },
  { kind: 'here', at: { ...AT, numbers: { x: { kind: 'number', value: 'much' } } } },
])('%j is not heard', (given) => expect(readMessage(given)).toBeNull());

test('the speaker follows the lesson on the projector, whatever else is open', () => {
  const other = { ...AT, presenter: 'b', presenting: false };
  expect(announcementToFollow(AT, other)).toBe(AT);
  expect(announcementToFollow(other, AT)).toBe(AT);
  expect(announcementToFollow(null, other)).toBe(other);
  expect(announcementToFollow(AT, { ...AT, step: 'nudge' }).step).toBe('nudge');
  expect(announcementToFollow(AT, { ...other, presenting: true }).presenter).toBe('b');
});
