/** The table of answers: words in both languages, short ones, links that open, and the search. */
import { expect, test } from 'vitest';
import { parseQuery } from '../../engine/lab/query.ts';
import { raceLanes } from '../../engine/train/lanes.ts';
import { answersEn } from '../../i18n/answers/en.ts';
import { answersFa } from '../../i18n/answers/fa.ts';
import { ANSWER_ROWS, SUBJECT_IDS } from './answerTable.ts';
import { isFound } from './searchText.ts';

const IDS = ANSWER_ROWS.map(({ id }) => id);
const CATALOGUES = [
  ['en', answersEn],
  ['fa', answersFa],
] as const;

test('fifty-two questions and six myths, each once', () => {
  expect(new Set(IDS).size).toBe(IDS.length);
  expect(ANSWER_ROWS.filter(({ myth }) => !myth)).toHaveLength(52);
  expect(ANSWER_ROWS.filter(({ myth }) => myth)).toHaveLength(6);
  for (const id of IDS) expect(id).toMatch(/^[a-z0-9-]+$/);
});

test.each(CATALOGUES)('%s: an entry for every row, a name for every subject', (_, words) => {
  expect(Object.keys(words.entries).toSorted()).toEqual(IDS.toSorted());
  expect(Object.keys(words.subjects)).toEqual([...SUBJECT_IDS]);
  for (const [id, { ask, answer }] of Object.entries(words.entries)) {
    // Six lines of a column of 75 letters.
    expect(answer.length, id).toBeLessThanOrEqual(450);
    expect((ask + answer).split('`').length % 2, `${id}: marks of code come in pairs`).toBe(1);
  }
});

test.each(ANSWER_ROWS.map((row) => [row.id, row] as const))(
  '%s: two lanes, or where to go',
  (_, row) => {
    const { stage, source, page } = row;
    if (stage === null) {
      // What cannot be shown names a source, or the page that does it.
      expect(source !== null || page !== null).toBe(true);
      return;
    }
    const query = parseQuery(stage.query, stage.kind);
    expect(query.lab.lanes).toHaveLength(2);
    expect(stage.kind === 'race' ? raceLanes(query).notices : query.notices).toEqual([]);
    expect(stage.panels.length).toBeGreaterThan(0);
  },
);

test('a search finds words in any order, on either keyboard', () => {
  expect(isFound('', 'anything')).toBe(true);
  expect(isFound('relu xavier', 'Xavier under ReLU')).toBe(true);
  expect(isFound('xavier tanh', 'Xavier under ReLU')).toBe(false);
  expect(isFound('يكنواخت ۵', 'یکنواخت و 5')).toBe(true);
  expect(isFound('نرمال سازی', 'نرمال‌سازی دسته‌ای')).toBe(true);
});
