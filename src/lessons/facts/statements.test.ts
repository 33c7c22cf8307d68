/** Sentences that were once untrue: how they read now, and which claim says so. The old wording stays out. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decadeTicks } from '../../charts/geometry/decades.ts';
import { glossaryEn } from '../../i18n/glossary/en.ts';
import { glossaryFa } from '../../i18n/glossary/fa.ts';
import { raceEn } from '../../i18n/race/en.ts';
import { raceFa } from '../../i18n/race/fa.ts';
import { CHAPTER_IDS } from '../schema.ts';
import { CLAIMS } from '../claims.ts';

interface Statement {
  /** `chapter/step`. */
  readonly at: string;
  readonly language: 'en' | 'fa';
  readonly says: RegExp;
  readonly not: RegExp;
  /** The claim, of the same step, that holds the engine to it. */
  readonly claim?: string;
}

const STATEMENTS: readonly Statement[] = [
  // A picture has fewer colours than a layer has units.
  { at: 'zero/symmetry', language: 'en', says: /marks as one/, not: /one colour|colours/ },
  { at: 'zero/symmetry', language: 'fa', says: /یکی نشانشان می‌دهد/, not: /هم‌رنگ|رنگ/ },
  ...(['en', 'fa'] as const).map((language) => ({
    at: 'zero/nudge',
    language,
    says: { en: /place of the last/, fa: /جای قبلی را می‌گیرد/ }[language],
    not: { en: /third|second unit/, fa: /رنگ سوم|سه رنگ/ }[language],
    claim: 'a second push takes the place of the first: still two different units',
  })),
  ...(['en', 'fa'] as const).map((language) => ({
    at: 'choose/why-these',
    language,
    says: { en: /none of the four rules.*four times Xavier/, fa: /هیچ‌یک از این چهار.*چهار برابرِ/ }[
      language
    ],
    not: { en: /\bno rule\b/, fa: /هیچ قاعده‌ای/ }[language],
    claim: 'none of the four rules trains ten sigmoid layers; four times Xavier does',
  })),
  {
    at: 'xavier/tanh-alive',
    language: 'fa',
    says: /پهنای میانه/,
    // "Every few widths".
    not: /پهنا در میان/,
    claim: 'the fixed 0.1 dies out narrow, suits a width between, saturates wide',
  },
  {
    at: 'start/before-training',
    language: 'fa',
    says: /این سوزن دقیقاً صفر نیست/,
    not: /باریک‌تر، میله|میله دقیقاً صفر نیست/,
    claim: 'the bar is what ReLU made 0; the needle beside it is narrow, not zero',
  },
  {
    at: 'start/before-training',
    language: 'en',
    says: /the needle is not quite zero/,
    not: /bar is not/,
    claim: 'the bar is what ReLU made 0; the needle beside it is narrow, not zero',
  },
];

/** A step as it is written, on one line. */
function sourceOf(at: string, language: 'en' | 'fa'): string {
  const [chapter = '', step = ''] = at.split('/');
  const number = CHAPTER_IDS.findIndex((id) => id === chapter) + 1;
  const url = new URL(`../${number}-${chapter}/${language}.mdx`, import.meta.url);
  const [, rest = ''] = readFileSync(url, 'utf8').split(`<Step id="${step}">`);
  return (rest.split('</Step>')[0] ?? '').replaceAll(/\s+/g, ' ');
}

describe.each(STATEMENTS)('$at, $language', ({ at, language, says, not, claim }) => {
  test('says what is so', () => {
    const text = sourceOf(at, language);
    expect(text).toMatch(says);
    expect(text).not.toMatch(not);
    if (claim !== undefined)
      expect(CLAIMS.map((each) => `${each.at}: ${each.says}`)).toContain(`${at}: ${claim}`);
  });
});

test('no caption takes colour alone for the mark of equal units', () => {
  for (const caption of [raceEn.unitsCaption, raceEn.unitsMany]) {
    expect(caption).not.toMatch(/colour(?! and shape)/);
  }
  for (const caption of [raceFa.unitsCaption, raceFa.unitsMany]) {
    expect(caption).not.toMatch(/رنگ(?! و هم‌شکل)/);
  }
});

test('the divisions of a log axis are powers of ten, not tenfold each', () => {
  const [first = 0, second = 0] = decadeTicks({ lo: -20, hi: 2 }, 6);
  expect(second - first).toBeGreaterThan(1);
  expect(glossaryEn.terms.logAxis.about).toMatch(/equal factors/i);
  expect(glossaryEn.terms.logAxis.about).not.toMatch(/\bten\b/);
  expect(glossaryFa.terms.logAxis.about).toMatch(/عددِ ثابت/);
  expect(glossaryFa.terms.logAxis.about).not.toMatch(/ده برابر/);
});
