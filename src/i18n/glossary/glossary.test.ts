/** Every symbol, control and word of the pictures has an entry, in both languages. */
import { expect, test } from 'vitest';
import { hideable } from '../../app/share/hideable.ts';
import { STAGE_CONTROLS } from '../../panels/controls/stageControls.ts';
import { CHAPTERS } from '../../lessons/index.ts';
import { outlineOf } from '../../../tests/lessons.ts';
import { en } from '../page/en.ts';
import { shareEn } from '../share/en.ts';
import { glossaryEn } from './en.ts';
import { glossaryFa } from './fa.ts';
import { PLAIN_TERMS, SYMBOLS, symbolsIn } from './symbols.ts';

const printed = SYMBOLS.flatMap(({ symbol }) => symbol.split(', '));

test('every quantity’s symbol is explained', () => {
  for (const { symbol } of Object.values(en.quantities)) expect(printed).toContain(symbol);
  expect(printed).toContain(en.charts.spreadBackwardY.split(' of ').at(-1));
  expect(glossaryEn.terms.std.name).toContain(en.charts.std);
});

test('every control is explained', () => {
  const names = [
    ...hideable('lab'),
    ...hideable('train'),
    ...hideable('lesson'),
    ...STAGE_CONTROLS,
  ];
  for (const name of names) {
    expect(Object.keys(glossaryEn.settings)).toContain(name);
    expect(Object.keys(shareEn.controls)).toContain(name);
  }
});

test('every symbol of the lesson’s formulas is explained', () => {
  for (const { id } of CHAPTERS) {
    for (const language of ['en', 'fa'] as const) {
      const formulas = outlineOf(id, language).steps.flatMap((step) => step.formulas);
      expect(symbolsIn(formulas).unknown, `${id} in ${language}`).toEqual([]);
    }
  }
  expect(symbolsIn(['\\mathbf W = \\Theta']).unknown).toHaveLength(1);
});

test('every symbol that a formula may hold is in one', () => {
  const formulas = CHAPTERS.flatMap(({ id }) =>
    outlineOf(id, 'en').steps.flatMap((step) => step.formulas),
  );
  const used = symbolsIn(formulas).rows;
  expect(SYMBOLS.filter((row) => row.tex !== null && !used.includes(row))).toEqual([]);
});

test('every term is shown once, with a symbol or without', () => {
  const shown = [...SYMBOLS.map(({ id }) => id), ...PLAIN_TERMS];
  expect(new Set(shown).size).toBe(shown.length);
  expect(shown.toSorted()).toEqual(Object.keys(glossaryEn.terms).toSorted());
});

test('the Persian has entries of its own', () => {
  const same = Object.entries(glossaryFa.terms).filter(
    ([id, { about }]) =>
      Object.entries(glossaryEn.terms).find(([each]) => each === id)?.[1].about === about,
  );
  expect(same).toEqual([]);
  expect(JSON.stringify(glossaryFa)).not.toMatch(/[يكة]|\s(?:ها|های|می|نمی)\s/);
});
