import { expect, test } from 'vitest';
import { parseQuery } from '../engine/lab/query.ts';
import { en } from './page/en.ts';
import { fa } from './page/fa.ts';
import { createFormat, parseTyped } from './format.ts';

/** Every text of a catalogue, functions called with marks for their arguments. */
function texts(node: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const marks = Array.from({ length: node.length }, (_, i) => `{${i}}`);
    return [[path, String(node(...marks))]];
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${path}/${key}`));
}

test('both languages have the same keys, none empty', () => {
  const keys = (catalogue: unknown): string[] => texts(catalogue).map(([path]) => path);
  expect(keys(fa)).toEqual(keys(en));
  for (const [path, text] of [...texts(en), ...texts(fa)]) expect(text.trim(), path).not.toBe('');
});

test('a sentence prints every number it is given, in both languages', () => {
  const marks = (text: string): string[] => [...new Set(text.match(/\{\d\}/g) ?? [])].toSorted();
  const english = new Map(texts(en));
  // The English says "one and the same thing" in words.
  const spoken = new Set(['/why/oneUnit']);
  for (const [path, text] of texts(fa)) {
    if (!spoken.has(path)) expect(marks(text), path).toEqual(marks(english.get(path) ?? ''));
  }
});

test('Persian letters are Persian, and Persian is Persian', () => {
  for (const [path, text] of texts(fa)) {
    expect(text, path).not.toMatch(/[يكة]/);
    expect(text, path).not.toMatch(/ (?:ها|های|می|نمی) /);
  }
  const same = texts(fa).filter(([path, text]) => new Map(texts(en)).get(path) === text);
  // Names and symbols that are the same everywhere.
  const names =
    /^\/(?:activations|precisions|inputs|quantities|initializers|lab\/(?:examples|measured)|charts\/(?:nonFinite|std))/;
  expect(same.map(([path]) => path).filter((path) => !names.test(path))).toEqual([]);
});

const english = createFormat('en', 'native', en.numbers);
const persian = createFormat('fa', 'native', fa.numbers);
const latin = createFormat('fa', 'latin', fa.numbers);
const bare = (text: string): string => text.replaceAll(/[\u2066\u2069\u00A0]/g, ' ').trim();

test.each([
  [0, '0', '۰'],
  [1, '1', '۱'],
  [0.0625, '0.0625', '۰٫۰۶۲۵'],
  [-0.5, '−0.5', '−۰٫۵'],
  [1234.5, '1230', '۱۲۳۰'],
  [9999.4, '10000', '۱۰۰۰۰'],
  [12345, '1.23×10⁴', '۱٫۲۳×۱۰⁴'],
  [0.000999, '9.99×10⁻⁴', '۹٫۹۹×۱۰⁻⁴'],
  [1e-7, '10⁻⁷', '۱۰⁻⁷'],
  [9.996e5, '10⁶', '۱۰⁶'],
  [-2.5e-30, '−2.5×10⁻³⁰', '−۲٫۵×۱۰⁻³⁰'],
  [Infinity, 'infinite', 'بی‌نهایت'],
  [Number.NaN, 'not a number', 'ناعدد'],
])('%d', (value, expected, expectedPersian) => {
  expect(bare(english.plain(value))).toBe(expected);
  expect(bare(persian.plain(value))).toBe(expectedPersian);
});

test('Latin digits in Persian, shares, whole numbers', () => {
  expect(bare(latin.plain(0.25))).toBe('0.25');
  expect(bare(english.percent(0.3173))).toBe('32 %');
  expect(bare(english.percent(0.0042))).toBe('0.42 %');
  expect(bare(english.percent(0.9999))).toBe('99.9 %');
  expect(bare(english.percent(1))).toBe('100 %');
  expect(persian.percent(0.5)).toBe('۵۰٪');
  expect(english.integer(12345)).toBe('12,345');
  expect(persian.integer(42)).toBe('۴۲');
});

test('whole numbers are what Intl prints', () => {
  const inEnglish = new Intl.NumberFormat('en', { useGrouping: 'min2' });
  const inPersian = new Intl.NumberFormat('fa', { useGrouping: 'min2' });
  for (const value of [0, 1, 10, 999, 1000, 4096, 9999, 10_000, 65_504, 1_048_576]) {
    expect(english.integer(value)).toBe(inEnglish.format(value));
    expect(persian.integer(value)).toBe(inPersian.format(value));
  }
});

test('typed numbers in either script', () => {
  expect(parseTyped('۱۲٫۵')).toBe(12.5);
  expect(parseTyped(' ١٠ ')).toBe(10);
  expect(parseTyped('1e-3')).toBe(0.001);
  expect(parseTyped('−۳')).toBe(-3);
  expect(parseTyped('abc')).toBeNaN();
  expect(parseTyped('')).toBeNaN();
});

test('what a link had wrong is told with what stood there and what is used', () => {
  const lanes = Array.from({ length: 7 }, () => 'lane=zeros').join('&');
  const { notices } = parseQuery(`${lanes}&depth=9999&width=wide&act=sinus`);
  const codes = notices.map(({ code }) => code);
  expect(new Set(codes).size).toBe(4);
  for (const words of [en, fa]) {
    for (const { code, key, given, used } of notices) {
      const told = words.notices[code](key, given, used);
      expect(told, code).toContain(given);
      expect(told, code).toContain(used);
    }
  }
});

test('bytes and times', () => {
  expect(bare(english.bytes(1.5 * 2 ** 30))).toMatch(/^1\.[56]\d* GB$/);
  expect(bare(persian.bytes(1.5 * 2 ** 30))).toMatch(/^۱٫[۵۶]/);
  expect(bare(english.duration(12))).toBe('12 ms');
  expect(bare(english.duration(2500))).toBe('2.5 s');
});

test('a field shows every digit, in the digits of the page, and reads it back', () => {
  expect(english.typed(0.000123)).toBe('0.000123');
  expect(persian.typed(12.5)).toBe('۱۲٫۵');
  expect(latin.typed(1024)).toBe('1024');
  for (const value of [0, -0.5, 1024, 1e-9, 0.1]) {
    expect(parseTyped(persian.typed(value))).toBe(value);
  }
});
