/** The lesson as data: both texts follow one plan, and what they refer to exists. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../engine/lab/query.ts';
import { lessonEn } from '../i18n/lesson/en.ts';
import { lessonFa } from '../i18n/lesson/fa.ts';
import { CODE_IDS } from './tags.ts';
import { CHAPTERS } from './index.ts';
import { CHAPTER_IDS } from './schema.ts';
import type { Stage, Step } from './schema.ts';
import type { OutlineNumber } from './tags.ts';
import { LANGUAGES, outlineOf, STEPS } from '../../tests/lessons.ts';

/** Half a screen of text: about a hundred words, answers included, formulas not. */
const MAX_LETTERS = 620;

const stepIn = (chapter: string, language: 'en' | 'fa', id: string) => {
  const found = outlineOf(chapter, language).steps.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no ${chapter}/${id} in ${language}`);
  return found;
};

const stagesOf = ({ stage, revealed, questions = [] }: Step): readonly Stage[] => [
  stage,
  ...(revealed === undefined ? [] : [revealed]),
  ...questions.map((question) => question.stage),
];

test('the chapters are those of the address, in order, each named in both languages', () => {
  expect(CHAPTERS.map(({ id }) => id)).toEqual([...CHAPTER_IDS]);
  for (const id of CHAPTER_IDS) {
    expect(lessonEn.chapters[id]).not.toBe('');
    expect(lessonFa.chapters[id]).not.toBe(lessonEn.chapters[id]);
  }
});

describe.each(CHAPTERS.map((chapter) => [chapter.id, chapter] as const))('%s', (id, chapter) => {
  test('has four to twelve steps, the same in both languages and in the same order', () => {
    const steps = chapter.steps.map((step) => step.id);
    expect(steps.length).toBeGreaterThanOrEqual(4);
    expect(steps.length).toBeLessThanOrEqual(12);
    expect(new Set(steps).size).toBe(steps.length);
    for (const language of LANGUAGES) {
      expect(outlineOf(id, language).steps.map((step) => step.id)).toEqual(steps);
    }
  });
});

test('every stage of a lab names its sizes, so that a new default changes no picture', () => {
  for (const [name, , step] of STEPS) {
    for (const { kind, query } of stagesOf(step)) {
      if (kind === 'race') continue;
      const { lanes } = parseQuery(query).lab;

      for (const key of ['depth', 'width'] as const) {
        const own = lanes.every(({ overrides }) => Object.hasOwn(overrides, key));
        expect(own || new RegExp(`(^|&)${key}=`).test(query), `${name}: ${key}`).toBe(true);
      }
    }
  }
});

test('the three questions of the first chapter come back in every other one', () => {
  const asking = CHAPTERS.filter(({ id }) =>
    outlineOf(id, 'en').steps.some(({ threeQuestions }) => threeQuestions),
  );
  expect(asking.map(({ id }) => id)).toEqual(CHAPTER_IDS.slice(1, CHAPTERS.length));
});

describe.each(STEPS)('%s', (_name, chapter, step) => {
  const [en, fa] = LANGUAGES.map((language) => stepIn(chapter.id, language, step.id));
  if (en === undefined || fa === undefined) throw new Error('two languages');

  test('asks in both languages what the plan asks', () => {
    for (const text of [en, fa]) {
      expect(text.title).not.toBe('');
      expect(text.question !== null).toBe(step.prediction.kind !== 'none');
      expect(text.questions.map((question) => question.id)).toEqual(
        (step.questions ?? []).map((question) => question.id),
      );
      for (const { ask, options } of [
        ...text.questions,
        ...(text.question ? [text.question] : []),
      ]) {
        expect(ask.trim()).not.toBe('');
        expect(new Set(options).size).toBe(options.length);
        if (step.prediction.kind === 'sketch') expect(options).toEqual([]);
        else expect(options.length).toBeGreaterThanOrEqual(2);
      }
    }
    expect(fa.question?.options).toEqual(en.question?.options);
    expect(fa.questions.map(({ options }) => options)).toEqual(
      en.questions.map(({ options }) => options),
    );
  });

  test('prints the same numbers, shows the same code and names the same lanes', () => {
    const printed = (numbers: readonly OutlineNumber[]): readonly string[] =>
      numbers.map((each) => JSON.stringify(each)).toSorted();
    expect(printed(fa.numbers)).toEqual(printed(en.numbers));
    expect(fa.codes).toEqual(en.codes);
    expect(fa.threeQuestions).toBe(en.threeQuestions);
    if (en.threeQuestions) expect(step.stage.kind, 'they are asked of an experiment').toBe('lab');
    for (const code of en.codes) expect(CODE_IDS).toContain(code);
    expect(fa.formulas.toSorted()).toEqual(en.formulas.toSorted());
    expect(fa.lanes.map(String).toSorted()).toEqual(en.lanes.map(String).toSorted());
  });

  test('names no lane that is not on its stage', () => {
    const fewest = Math.min(
      ...[step.revealed ?? step.stage].map(({ query }) => parseQuery(query).lab.lanes.length),
    );
    for (const lane of en.lanes) expect(lane).toBeLessThan(fewest);
    for (const stage of stagesOf(step)) {
      const { length } = parseQuery(stage.query).lab.lanes;
      for (const panel of stage.panels) {
        if ('lane' in panel) expect(panel.lane).toBeLessThan(length);
        if ('layer' in panel) {
          expect(panel.layer).toBeLessThanOrEqual(parseQuery(stage.query).lab.settings.depth);
        }
      }
    }
  });

  test('has a stage that its link says without a mistake', () => {
    for (const { query, kind } of stagesOf(step)) {
      expect(parseQuery(query, kind).notices, query).toEqual([]);
    }
  });

  test('fits half a screen', () => {
    // One question of a quiz is on the screen at a time.
    const screens = Math.max(1, en.questions.length / 2);
    for (const [language, { letters, formulas }] of [
      ['en', en],
      ['fa', fa],
    ] as const) {
      const words = letters - formulas.join('').length;
      expect(words / screens, language).toBeLessThanOrEqual(MAX_LETTERS);
    }
  });
});

/** A text without what is written alike in every language: a box for each formula, number and piece of code. */
function prose(chapter: number, id: string, language: string): string {
  const url = new URL(`./${chapter}-${id}/${language}.mdx`, import.meta.url);
  return (
    readFileSync(url, 'utf8')
      .replaceAll(/\$\$[\s\S]*?\$\$|\$[^$]*\$|`[^`]*`|<(?:Num|Code)[^>]*\/>/g, '□')
      .replaceAll(/<[^>]*>/g, '')
      // What is named as its own language writes it, kept together: a paper, a number with its sign.
      .replaceAll(/&#x2066;[\s\S]*?&#x2069;/g, '□')
      .replaceAll(/^\d\. /gm, '')
  );
}

/** What a pattern finds, each with what stands around it. */
const found = (text: string, pattern: RegExp): readonly string[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: { length } }) =>
    text.slice(Math.max(0, index - 12), index + length + 12),
  );

describe.each(CHAPTERS.map(({ id }, index) => [id, index + 1] as const))(
  'the Persian of %s',
  (id, number) => {
    const text = prose(number, id, 'fa');

    test('is written with Persian letters, digits and marks', () => {
      expect(found(text, /[يكىةإ]|أ(?!ی)/g)).toEqual([]);
      // Names of number formats keep their digits.
      expect(found(text.replaceAll(/float\d+/g, ''), /[0-9٠-٩]/g)).toEqual([]);
      expect(found(text, /[,;?%"“”]/g)).toEqual([]);
    });

    test('calls things as a lecture does', () => {
      // He is a name (هی is "hey"); a picture is no theatre, a program no motor, noise is noise.
      const word =
        /(?<![\u0600-\u06ff\u200c])هی\u0650?(?![\u0600-\u06ff\u200c])|صحنه|موتور|نوفه|محبوب/g;
      expect(found(text, word)).toEqual([]);
    });

    test('joins what belongs to one word, and sets marks without a gap before them', () => {
      const loose = /(?<=\s)(?:ها|های|هایی|می|نمی|تر|ترین)(?=[\s،؛.؟])/g;
      expect(found(text, loose)).toEqual([]);
      expect(found(text, /[^\s#]\s+[،؛؟.:](?!\S)/g)).toEqual([]);
      expect(found(text, /[،؛؟](?=[آ-ی])/g)).toEqual([]);
      expect(found(text, /\s\u200c|\u200c(?![آ-ی])/g)).toEqual([]);
    });

    test('has Latin words as names only', () => {
      expect(found(text, /[A-Za-z]+(?: [A-Za-z]+){2,}/g)).toEqual([]);
    });
  },
);

test.each(CHAPTERS.map(({ id }, index) => [id, index + 1] as const))(
  'the English of %s has no Persian in it',
  (id, number) => {
    expect(found(prose(number, id, 'en'), /[\u0600-\u06ff\u200c]/g)).toEqual([]);
  },
);
