import { toLatinDigits } from '../../engine/math/parseNumber.ts';

/** The digits of the typed text, in any script, as a whole number of at most six digits; 0 if there are none. */
export function readCount(text: string): number {
  const digits = toLatinDigits(text).replaceAll(/\D/g, '').slice(0, 6);
  return digits === '' ? 0 : Number(digits);
}
