/** Search in the questions, for both scripts and keyboard layouts. */
import { toLatinDigits } from '../../engine/math/parseNumber.ts';

/** Unifies letters that Arabic and Persian keyboards encode differently; code marks and half-spaces become spaces. */
const plain = (text: string): string =>
  toLatinDigits(text)
    .toLocaleLowerCase('en')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll(/[\u064B-\u0652\u200C\u2066-\u2069`’'"«»“”،؛؟?.,;:()]/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** Whether every word of the search occurs in the text; an empty search finds everything. */
export function isFound(search: string, text: string): boolean {
  const where = plain(text);
  return plain(search)
    .trim()
    .split(' ')
    .every((word) => where.includes(word));
}
