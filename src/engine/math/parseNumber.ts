/** Numbers as people write them, in links and in boxes: in three scripts' digits, with a comma or a point. */

/** Zero of each script's digits: Persian, Arabic, full width. */
const ZEROS = [0x06f0, 0x0660, 0xff10] as const;

function latinDigit(letter: string): string {
  const code = letter.charCodeAt(0);
  const zero = ZEROS.find((each) => code >= each && code < each + 10);
  return zero === undefined ? letter : String(code - zero);
}

/** Digits of the other scripts become Latin ones; everything else stays. */
export const toLatinDigits = (text: string): string => Array.from(text, latinDigit).join('');

/** Marks that only say in which direction to read, and the separators of thousands that are nothing else. */
const UNREAD = /[\u200B-\u200F\u061C\u202A-\u202E\u2066-\u2069\u066C]/g;
const MINUSES = /[\u2212\u2010-\u2013\uFE63\uFF0D]/g;
const SPACES = /[\s\u00A0\u2009\u202F]+/g;
const GROUPED = /^[+-]?\d{1,3}(?: \d{3})+(?:\.\d+)?$/;
/** `1,024` may be a thousand or one; `0,125` and `1,5` cannot. */
const DECIMAL_COMMA = /^([+-]?\d*),(\d*)(e[+-]?\d+)?$/i;
const COULD_BE_THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;
const TRAILING_MINUS = /^([\d.,e ]*\d)\s*-$/i;

/**
 * The number a text says; `undefined` where it says none, or could say two. Infinity is one (limits then
 * clamp it). A minus may stand behind, as it does where text runs from right to left.
 */
export function parseNumber(text: string): number | undefined {
  let plain = toLatinDigits(text)
    .replace(UNREAD, '')
    .replace(MINUSES, '-')
    .replace(/[\u066B\uFF0E]/g, '.')
    .replace(/[\u060C\uFF0C]/g, ',')
    .replace('\uFF0B', '+')
    .replace(SPACES, ' ')
    .trim();
  plain = plain.replace(TRAILING_MINUS, '-$1').replace(/^([+-]) /, '$1');
  // A plus in a link is a space: 1e+3.
  plain = plain.replace(/e (?=\d)/i, 'e+');
  if (GROUPED.test(plain)) plain = plain.replaceAll(' ', '');
  if (!COULD_BE_THOUSANDS.test(plain)) plain = plain.replace(DECIMAL_COMMA, '$1.$2$3');
  const value = plain === '' ? Number.NaN : Number(plain);
  return Number.isNaN(value) ? undefined : value;
}
