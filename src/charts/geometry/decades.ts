/** Log axes that move by steps: the range of decades comes from a table, never from the data alone. */
import { niceStep } from '../../engine/math/niceStep.ts';
import type { NumberText } from '../../i18n/format.ts';
import type { ChartFormat } from '../types.ts';

const LOWS = [-2, -4, -6, -10, -15, -20, -30, -50] as const;
const HIGHS = [1, 2, 4, 6, 10, 15, 20, 40] as const;

/** Whole decades. */
export interface DecadeDomain {
  readonly lo: number;
  readonly hi: number;
}

/** The smallest range of the table that holds every positive finite value. */
export function decadeDomain(values: Iterable<number | null>): DecadeDomain {
  let least = 0;
  let most = 0;
  for (const value of values) {
    if (value === null || !(value > 0) || value === Infinity) continue;
    const decade = Math.log10(value);
    least = Math.min(least, decade);
    most = Math.max(most, decade);
  }
  return {
    lo: LOWS.find((step) => step <= least) ?? -50,
    hi: HIGHS.find((step) => step >= most) ?? 40,
  };
}

/** Exponents to rule, 1 (10⁰) always among them when inside. */
export function decadeTicks({ lo, hi }: DecadeDomain, most: number): readonly number[] {
  const step = niceStep(Math.max(1, (hi - lo) / most));
  const first = Math.ceil(lo / step);
  const count = Math.floor(hi / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step);
}

export function decadeText(exponent: number, format: ChartFormat): NumberText {
  if (exponent === 0 || exponent === 1) {
    return { base: format.integer(10 ** exponent), exponent: null };
  }
  return { base: format.integer(10), exponent: format.integer(exponent) };
}
