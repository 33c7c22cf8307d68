/** What the tables of settings are made of: a row reads the text of a link's key, and prints it back. */
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

/** A number as the fields of `S` that it is. */
export function into<T, S>(
  noticed: Noticed<T>,
  wrap: (value: T) => Partial<S>,
): Noticed<Partial<S>> {
  return { value: wrap(noticed.value), notices: noticed.notices };
}

/** Within the limits, rounded where it has to be whole; `given` is how the notice quotes it. */
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

export function readSwitch(key: string, text: string, before: boolean): Noticed<boolean> {
  if (text === '1' || text === 'true') return { value: true, notices: [] };
  if (text === '0' || text === 'false') return { value: false, notices: [] };
  return { value: before, notices: [notice('unknown-value', key, text, before ? '1' : '0')] };
}
