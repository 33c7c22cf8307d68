/** Rounding to the short floating-point formats, nearest with ties to even (IEEE 754-2019, §4.3.1). */
import type { Precision } from '../engine/types.ts';

interface Format {
  /** Bits of the significand after the leading one. */
  readonly fraction: number;
  /** Exponents of the smallest and the largest normal number. */
  readonly lowest: number;
  readonly highest: number;
}

const FORMATS = {
  float16: { fraction: 10, lowest: -14, highest: 15 },
  bfloat16: { fraction: 7, lowest: -126, highest: 127 },
} as const satisfies Partial<Record<Precision, Format>>;

/** `x` rounded to the format; too large values become infinite, small ones become subnormal or zero. */
export function roundTo(x: number, precision: 'float16' | 'bfloat16'): number {
  if (!Number.isFinite(x) || x === 0) return x;
  const { fraction, lowest, highest } = FORMATS[precision];
  const size = Math.abs(x);
  let exponent = Math.max(Math.floor(Math.log2(size)), lowest);
  // Math.log2 may round up to the next integer.
  if (size < 2 ** exponent && exponent > lowest) exponent -= 1;
  const step = 2 ** (exponent - fraction);
  const whole = Math.floor(size / step);
  const rest = size / step - whole;
  const up = rest > 0.5 || (rest === 0.5 && whole % 2 !== 0);
  const rounded = (up ? whole + 1 : whole) * step;
  const limit = 2 ** highest * (2 - 2 ** -fraction);
  return Math.sign(x) * (rounded > limit ? Infinity : rounded);
}
