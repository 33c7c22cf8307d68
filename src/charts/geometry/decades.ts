/** Log axes that change in steps: the range of decades is taken from a table, not directly from the data. */
import { niceStep } from '../../engine/math/niceStep.ts';
import type { NumberText } from '../../i18n/format.ts';
import type { ChartFormat } from '../types.ts';

/** Decades: float32 ends at −45 and 38, float64 at −323 and 308. */
const LOWS = [-2, -4, -6, -8, -10, -12, -15, -20, -30, -50, -100, -200, -330] as const;
const HIGHS = [1, 2, 4, 6, 10, 15, 20, 40, 80, 160, 310] as const;

/** A range of whole decades: the axis runs from 10^lo to 10^hi. */
export interface DecadeDomain {
  readonly lo: number;
  readonly hi: number;
}

/** The smallest range of the table that holds every positive finite value. */
export function decadeDomain(values: Iterable<number | null>): DecadeDomain {
  let smallest = 0;
  let largest = 0;
  for (const value of values) {
    if (value === null || !(value > 0) || value === Infinity) continue;
    const decade = Math.log10(value);
    smallest = Math.min(smallest, decade);
    largest = Math.max(largest, decade);
  }
  return {
    lo: LOWS.find((step) => step <= smallest) ?? -330,
    hi: HIGHS.find((step) => step >= largest) ?? 310,
  };
}

/** Exponents of the rules, at most `most`; 0 (the value 1) is among them when it is inside. */
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
