/** The speaker's notes: something for every step, short, and the same numbers in both languages. */
import { expect, test } from 'vitest';
import type { OutlineNumber } from './tags.ts';
import { LANGUAGES, outlineOf, STEPS } from '../../tests/lessons.ts';

/** What can be read at a glance: some sixty words. */
const MAX_LETTERS = 420;

const names = (numbers: readonly OutlineNumber[]): readonly string[] =>
  numbers.map(({ of, lane, layer }) => [of, lane, layer].join(' '));

test.each(STEPS)('%s', (_name, chapter, { id }) => {
  const texts = LANGUAGES.map((language) =>
    outlineOf(chapter.id, language).steps.find((each) => each.id === id),
  );
  const [en, fa] = texts;
  for (const text of texts) {
    expect(text?.notedLetters).toBeGreaterThan(60);
    expect(text?.notedLetters).toBeLessThanOrEqual(MAX_LETTERS);
  }
  expect(names(fa?.noted ?? [])).toEqual(names(en?.noted ?? []));
});
