import { expect, test } from 'vitest';
import { parseQuery } from '../engine/lab/query.ts';
import { fansFa } from './fans/fa.ts';
import { en } from './page/en.ts';
import { fa } from './page/fa.ts';
import { createFormat, parseNumber } from './format.ts';
import { glossaryFa } from './glossary/fa.ts';
import { lessonFa } from './lesson/fa.ts';
import { presentFa } from './present/fa.ts';
import { raceFa } from './race/fa.ts';
import { weightsFa } from './weights/fa.ts';
import { worksheetFa } from './worksheet/fa.ts';

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
    /^\/(?:activations|precisions|inputs|quantities|initializers|lab\/(?:examples|measured)|charts\/(?:nonFinite|std|spokenExit))/;
  expect(same.map(([path]) => path).filter((path) => !names.test(path))).toEqual([]);
});

const PERSIAN = {
  page: fa,
  glossaryFa,
  lessonFa,
  presentFa,
  raceFa,
  worksheetFa,
  fansFa,
  weightsFa,
};
/** What a line must not turn round stands between these marks. */
const isolatedIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/\u2066([^\u2069]*)\u2069/g), ([, inside = '']) => inside);

test.each(Object.entries(PERSIAN))('%s: the Persian of a lecture', (_name, catalogue) => {
  for (const [path, text] of texts(catalogue)) {
    // A Persian word ("hey"): the name is written He.
    expect(text, path).not.toMatch(/(?<![\u0600-\u06ff\u200c])هی\u0650?(?![\u0600-\u06ff\u200c])/);
    const names = /\/cite$|^\/nav\/language/.test(path);
    const outside = text
      .replaceAll(/[\u2066-\u2068][^\u2069]*\u2069/g, '□')
      .replaceAll(/\{\d\}/g, '□');
    if (!names) expect(outside, path).not.toMatch(/[,;?]/);
    // A symbol that stands alone has no neighbour to be turned round with.
    if (!/[آ-ی]/.test(text)) continue;
    expect(outside, path).not.toMatch(/′|∂|\([−-]|√/);
    expect(outside, path).not.toMatch(/[A-Za-z]، [A-Za-z]/);
  }
});

test('what is read from left to right holds no Persian, and what it names is whole', () => {
  for (const [path, text] of Object.values(PERSIAN).flatMap((each) => texts(each))) {
    for (const inside of isolatedIn(text)) {
      expect(inside, path).not.toMatch(/[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]/);
    }
  }
  expect(isolatedIn(fa.charts.curveCaption('۱'))).toEqual(['f′']);
  expect(isolatedIn(glossaryFa.terms.curve.about)).toEqual(['ReLU', 'tanh', 'f′']);
  expect(isolatedIn(glossaryFa.terms.input.about)).toEqual(['(−x, x)']);
});

test('width is the number of units; how far values lie apart is their spread', () => {
  const wide = Object.values(PERSIAN).flatMap((each) =>
    texts(each).filter(([, text]) => /پهن(?!ا)|پهنای (?:z|مجموع|هیستوگرام)/.test(text)),
  );
  // A network of many units.
  expect(wide.map(([path]) => path)).toEqual(['/start/width']);
});

test('a healthy lane is said to end at its spread, not to stay there; one unit does not differ with itself', () => {
  expect(en.reasons.keeps('0.2')).toBe('spread ends at 0.2');
  expect(fa.reasons.keeps('۰٫۲')).not.toContain('می‌ماند');
  expect(fa.charts.distinctUnits('۱', '۸')).not.toContain('با هم فرق دارند');
});

test('lists have the marks of their language', () => {
  const [one, two] = ['N(0, 1)', 'U(−1, 1)'] as const;
  expect(english.list(['a', 'b'])).toBe('a, b');
  expect(persian.list(['a', 'b'])).toBe('a، b');
  expect(english.clauses([one, two])).toBe(`${one}; ${two}`);
  expect(latin.clauses([one, two])).toBe(`${one}؛ ${two}`);
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
  [Number.NaN, 'not a number', 'NaN'],
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
    expect(parseNumber(persian.typed(value))).toBe(value);
  }
});
