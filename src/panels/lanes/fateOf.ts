import { ascending } from '../../engine/math/ascending.ts';
import { quantile } from '../../engine/math/quantile.ts';
import type { Format } from '../../i18n/format.ts';
import type { Words } from '../../i18n/page/en.ts';

/** A signal whose size has changed by less than this factor counts as arrived. */
const KEPT = 3;

/** To two digits below 10 and one above, for quick reading. */
const rounded = (factor: number): number => Number(factor.toPrecision(factor >= 10 ? 1 : 2));

export const medianOf = (sizes: readonly number[]): number => quantile(ascending(sizes), 0.5);

/** By what factor the median example is smaller or larger than it was at the input, in words. */
export function fateOf(
  sizes: readonly number[],
  input: number,
  { start }: Words,
  format: Format,
): string {
  const factor = medianOf(sizes) / input;
  if (factor === 0) return start.nothing;
  if (!Number.isFinite(factor)) return start.overflows;
  if (factor > 1 / KEPT && factor < KEPT) return start.arrives;
  return factor < 1
    ? start.divided(format.plain(rounded(1 / factor)))
    : start.multiplied(format.plain(rounded(factor)));
}
