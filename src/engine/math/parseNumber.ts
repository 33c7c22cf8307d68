/** Parses numbers as people write them: with Latin, Persian, Arabic or full-width digits, with a comma or a point. */

/** Code points of the digit zero: Persian, Arabic, full width. */
const ZEROS = [0x06f0, 0x0660, 0xff10] as const;

function latinDigit(letter: string): string {
  const code = letter.charCodeAt(0);
  const zero = ZEROS.find((each) => code >= each && code < each + 10);
  return zero === undefined ? letter : String(code - zero);
}

/** Replaces the digits of the other scripts by Latin ones; keeps everything else. */
export const toLatinDigits = (text: string): string => Array.from(text, latinDigit).join('');

/** Characters to ignore: zero-width and direction marks, and the Arabic thousands separator. */
const UNREAD = /[\u200B-\u200F\u061C\u202A-\u202E\u2066-\u2069\u066C]/g;
const MINUSES = /[\u2212\u2010-\u2013\uFE63\uFF0D]/g;
const SPACES = /[\s\u00A0\u2009\u202F]+/g;
const GROUPED = /^[+-]?\d{1,3}(?: \d{3})+(?:\.\d+)?$/;
/** A comma may be a decimal one: `0,125` and `1,5` are unambiguous, `1,024` could have a thousands separator. */
const DECIMAL_COMMA = /^([+-]?\d*),(\d*)(e[+-]?\d+)?$/i;
const COULD_BE_THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;
const TRAILING_MINUS = /^([\d.,e ]*\d)\s*-$/i;

/**
 * The number that a text denotes; `undefined` if there is none or it is ambiguous. Infinity is accepted (limits
 * clamp it later). A minus sign may follow the digits, as it does in right-to-left text.
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
  // A `+` in a link is decoded as a space: restore it in `1e+3`.
  plain = plain.replace(/e (?=\d)/i, 'e+');
  if (GROUPED.test(plain)) plain = plain.replaceAll(' ', '');
  if (!COULD_BE_THOUSANDS.test(plain)) plain = plain.replace(DECIMAL_COMMA, '$1.$2$3');
  const value = plain === '' ? Number.NaN : Number(plain);
  return Number.isNaN(value) ? undefined : value;
}
