/** Search among the questions, alike for both scripts and keyboards. */
import { toLatinDigits } from '../../engine/math/parseNumber.ts';

/** One form for letters that Arabic and Persian keyboards write differently; code marks and half-spaces are spaces. */
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
