import { expect, test } from 'vitest';
import { parseRoute } from './route.ts';
import { en } from '../../i18n/page/en.ts';
import { QUESTIONS } from './exampleLinks.ts';

test.each(Object.entries(QUESTIONS))('the link of %s reads without a notice', (_, query) => {
  expect(parseRoute(`#/lab?${query}`).query?.notices).toEqual([]);
});

test('every question has its words', () => {
  expect(Object.keys(QUESTIONS)).toEqual(Object.keys(en.start.questions));
});
