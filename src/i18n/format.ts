/** All number formatting of the page. */
import { toLatinDigits } from '../engine/math/parseNumber.ts';
import { leftToRight } from './bidi.ts';
import { raisedDigits } from './raisedDigits.ts';

export type Digits = 'native' | 'latin';

/** A printed number; `exponent` is a superscript. */
export interface NumberText {
  readonly base: string;
  readonly exponent: string | null;
}

export interface Format {
  /** Three significant digits; scientific outside 0.001 … 9999; ∞ and NaN as words. */
  readonly number: (value: number) => NumberText;
  /** Like `number`, as plain text with the exponent in superscript characters. */
  readonly plain: (value: number) => string;
  /** Like `plain`, with Latin digits in every language, for formulas. */
  readonly formula: (value: number) => string;
  /** A share as a percentage, rounded to a whole number from 10 % on. */
  readonly percent: (share: number) => string;
  /** A whole number, with digit grouping from 10 000 on. */
  readonly integer: (value: number) => string;
  /** A date in long form. */
  readonly date: (date: Date) => string;
  readonly duration: (ms: number) => string;
  /** All digits, ungrouped: the text of a field while somebody types in it. */
  readonly typed: (value: number) => string;
  readonly bytes: (bytes: number) => string;
  /** A list of names. */
  readonly list: (names: readonly string[]) => string;
  /** A list of clauses, which may contain commas. */
  readonly clauses: (parts: readonly string[]) => string;
}

export interface NumberWords {
  readonly infinity: string;
  readonly minusInfinity: string;
  readonly notANumber: string;
  /** Units, written after a number. */
  readonly milliseconds: string;
  readonly seconds: string;
  readonly megabytes: string;
  readonly gigabytes: string;
}

const MINUS = '\u2212';

/** A number in a formula: Latin digits, a minus sign, the exponent in superscript. */
function formulaNumber(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? `${MINUS}∞` : 'NaN';
  const sign = value < 0 ? MINUS : '';
  if (size === 0 || (size >= 0.001 && size < 9999.5))
    return sign + String(Number(size.toPrecision(3)));
  const [mantissa = '', power = ''] = size.toExponential(2).split('e');
  return `${sign}${Number(mantissa)}·10${raisedDigits(power.replace('+', ''))}`;
}

export function createFormat(language: string, digits: Digits, words: NumberWords): Format {
  const native = language === 'fa' && digits === 'native';
  const locale = language === 'fa' ? (native ? 'fa' : 'fa-u-nu-latn') : 'en';
  // Without Intl, whose first formatter takes 20 ms, and four times that on a phone.
  const typed = (value: number): string => {
    const text = String(value);
    return native ? toPersianDigits(text) : text;
  };
  const signed = (value: number, text: string): string =>
    (value < 0 ? MINUS : '') + typed(Number(text));
  const three = (value: number): string => signed(value, Math.abs(value).toPrecision(3));
  const two = (value: number): string => signed(value, Math.abs(value).toPrecision(2));
  const fixed = (value: number): string => signed(value, Math.abs(value).toFixed(2));
  let grouping: Intl.NumberFormat | null = null;
  const grouped = (value: number): string => {
    grouping ??= new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: 'min2' });
    // Intl marks Persian negatives with a direction character, which SVG would show as a gap.
    return (value < 0 ? MINUS : '') + grouping.format(Math.abs(value));
  };
  // Small numbers need no grouping.
  const whole = (value: number): string =>
    Math.abs(value) < 9999.5 ? signed(value, Math.abs(value).toFixed(0)) : grouped(value);

  function number(value: number): NumberText {
    const plain = (base: string): NumberText => ({ base, exponent: null });
    if (Number.isNaN(value)) return plain(words.notANumber);
    if (value === Infinity) return plain(words.infinity);
    if (value === -Infinity) return plain(words.minusInfinity);
    const size = Math.abs(value);
    if (size === 0 || (size >= 0.001 && size < 9999.5)) return plain(three(value));
    // toExponential rounds first, so that 9.996e5 becomes 1e6 and not 10e5.
    const [mantissa = '', power = ''] = value.toExponential(2).split('e');
    const m = Number(mantissa);
    const exponent = whole(Number(power));
    const times = native ? '×۱۰' : '×10';
    const sign = m < 0 ? MINUS : '';
    if (Math.abs(m) === 1) return { base: sign + times.slice(1), exponent };
    return { base: two(m) === three(m) ? two(m) + times : fixed(m) + times, exponent };
  }

  function plain(value: number): string {
    const { base, exponent } = number(value);
    if (exponent !== null) return leftToRight(base + raisedDigits(toLatinDigits(exponent)));
    return value < 0 && Number.isFinite(value) ? leftToRight(base) : base;
  }

  return {
    number,
    plain,
    formula: formulaNumber,
    percent(share) {
      if (Number.isNaN(share)) return words.notANumber;
      const value = share * 100;
      const low = value < 0.001 ? plain(value) : two(value);
      const text = value === 0 || value >= 9.95 ? whole(Math.min(value, 100)) : low;
      const below = value > 99.5 && share < 1 ? three(Math.floor(value * 10) / 10) : text;
      return native ? `${below}٪` : `${below}\u00A0%`;
    },
    integer: whole,
    date: (date) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(date),
    typed,
    duration(ms) {
      if (ms < 1000) return `${whole(ms)}\u00A0${words.milliseconds}`;
      return `${three(ms / 1000)}\u00A0${words.seconds}`;
    },
    list: (names) => names.join(language === 'fa' ? '، ' : ', '),
    clauses: (parts) => parts.join(language === 'fa' ? '؛ ' : '; '),
    bytes(bytes) {
      if (bytes < 1e9) return `${three(bytes / 1e6)}\u00A0${words.megabytes}`;
      return `${three(bytes / 1e9)}\u00A0${words.gigabytes}`;
    },
  };
}

/** Replaces Latin digits and the decimal point by the Persian ones. */
function toPersianDigits(text: string): string {
  return text
    .replaceAll(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)))
    .replace('.', '٫');
}

/** The number in typed text; `undefined` if it is not a number. */
export { parseNumber } from '../engine/math/parseNumber.ts';
