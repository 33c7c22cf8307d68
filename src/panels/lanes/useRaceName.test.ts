import { expect, test } from 'vitest';
import { parseQuery } from '../../engine/lab/query.ts';
import { createFormat } from '../../i18n/format.ts';
import { en } from '../../i18n/page/en.ts';
import { fa } from '../../i18n/page/fa.ts';
import { raceEn } from '../../i18n/race/en.ts';
import { raceFa } from '../../i18n/race/fa.ts';
import { raceName } from './useRaceName.ts';

const LANGUAGES = { en: [en, raceEn], fa: [fa, raceFa] } as const;

function nameOf(lane: string, language: keyof typeof LANGUAGES): string {
  const [words, race] = LANGUAGES[language];
  const format = createFormat(language, 'native', words.numbers);
  const { lab } = parseQuery(`lane=${lane}`, 'race');
  return raceName(lab.lanes[0]!, words, race, format);
}

test('what a lane alone does in training is named in the language of the page', () => {
  const lane = 'he_normal;rescue=batch_norm,residual;lr=0.5;momentum=0.9;steps=100';
  expect(nameOf(lane, 'en')).toBe(
    'He · Learning rate 0.5 · Momentum 0.9 · 100 steps · Batch normalization + Residual connections',
  );
  expect(nameOf(lane, 'fa')).toBe(
    `${fa.initializers.he_normal.name} · نرخ یادگیری ۰٫۵ · تکانه (momentum) ۰٫۹ · ۱۰۰ گام · نرمال‌سازی دسته‌ای + اتصال‌های باقی‌مانده‌ای`,
  );
  expect(nameOf('zeros;nudge=1,1,1,0.01', 'fa')).not.toMatch(/[a-z]/i);
});
