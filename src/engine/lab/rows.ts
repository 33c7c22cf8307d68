/** Rows of the tables of settings: a row parses the value of a key in a link, and prints it. */
import type { Noticed } from '../notice.ts';
import { notice } from '../notice.ts';
import { parseNumber } from '../math/parseNumber.ts';
import { clamp, member } from '../rules/spec.ts';

export interface Row<S> {
  /** Never throws; `before` holds the value to keep when the text says nothing usable. */
  readonly read: (text: string, before: S) => Noticed<Partial<S>>;
  readonly print: (settings: S) => string;
}

export interface Limit {
  readonly min: number;
  readonly max: number;
}

/** Maps the value of `noticed` to the fields of `S` it sets. */
export function into<T, S>(
  noticed: Noticed<T>,
  wrap: (value: T) => Partial<S>,
): Noticed<Partial<S>> {
  return { value: wrap(noticed.value), notices: noticed.notices };
}

/** Clamps to the limits, and rounds if the setting is an integer; the notice quotes `given`. */
export function clampWithin(
  key: string,
  value: number,
  { min, max, whole }: Limit & { readonly whole: boolean },
  given = String(value),
): Noticed<number> {
  const used = clamp(whole ? Math.round(value) : value, min, max);
  if (used === value) return { value: used, notices: [] };
  return { value: used, notices: [notice('out-of-range', key, given, String(used))] };
}

/** Reads a number and clamps it; `before` is kept if the text is not a number. */
export function readWithin(
  key: string,
  text: string,
  limit: Limit & { readonly whole: boolean },
  before: number,
): Noticed<number> {
  const given = parseNumber(text);
  if (given !== undefined) return clampWithin(key, given, limit, text);
  return { value: before, notices: [notice('not-a-number', key, text, String(before))] };
}

/** Reads one of `words`; `before` is kept if the text is none of them. */
export function readWord<T extends string>(
  words: readonly T[],
  key: string,
  text: string,
  before: T,
): Noticed<T> {
  const word = member(words, text);
  if (word !== undefined) return { value: word, notices: [] };
  return { value: before, notices: [notice('unknown-value', key, text, before)] };
}

/** Reads `1`, `true`, `0` or `false`; `before` is kept for any other text. */
export function readSwitch(key: string, text: string, before: boolean): Noticed<boolean> {
  if (text === '1' || text === 'true') return { value: true, notices: [] };
  if (text === '0' || text === 'false') return { value: false, notices: [] };
  return { value: before, notices: [notice('unknown-value', key, text, before ? '1' : '0')] };
}
