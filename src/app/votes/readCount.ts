import { toLatinDigits } from '../../engine/math/parseNumber.ts';

/** A whole number from what was typed, in the digits of either language; 0 where there is none. */
export function readCount(text: string): number {
  const digits = toLatinDigits(text).replaceAll(/\D/g, '').slice(0, 6);
  return digits === '' ? 0 : Number(digits);
}
