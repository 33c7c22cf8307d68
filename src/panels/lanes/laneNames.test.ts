import { expect, test } from 'vitest';
import { parseQuery } from '../../engine/lab/query.ts';
import { createFormat } from '../../i18n/format.ts';
import { en } from '../../i18n/page/en.ts';
import { fa } from '../../i18n/page/fa.ts';
import { laneName } from './laneNames.ts';

const nameOf = (lane: string, words: typeof en | typeof fa = en): string => {
  const language = words === en ? 'en' : 'fa';
  const format = createFormat(language, 'native', words.numbers);
  const { lab } = parseQuery(`lane=${lane}`);
  return laneName(lab.lanes[0]!, words, format).replaceAll(/[\u2066-\u2069]/g, '');
};

test('a square is that of the whole number', () => {
  expect(nameOf('random_normal(std=0.1)')).toBe('N(0, 0.1²)');
  expect(nameOf('random_normal(std=0.0005)')).toBe('N(0, (5·10⁻⁴)²)');
  expect(nameOf('random_normal(std=0.0005)', fa)).toBe('N(0, (5·10⁻⁴)²)');
});
