/** Puts singular values into bins, except those that stand out, which are drawn one by one. */
import { countBins } from '../../engine/math/countBins.ts';
import type { Histogram } from '../../engine/types.ts';

/** The axis extends to the largest value, but at most to this multiple of the edge. */
const MAX_EDGES = 3;

export interface SpectrumBins {
  /** The end of the axis, which begins at 0. */
  readonly end: number;
  /** Histogram of the values that do not stand out. */
  readonly histogram: Histogram;
  /** Values that stand out within the axis, and how many lie beyond its end. */
  readonly shown: readonly number[];
  readonly beyond: number;
}

/** `values` are sorted in descending order; the first `above` of them stand out. `edge` is where the law ends. */
export function spectrumBins(values: readonly number[], above: number, edge: number): SpectrumBins {
  const end = Math.min(MAX_EDGES * edge, Math.max(edge, values[0] ?? 0) * 1.06);
  const inside = values.slice(above);
  const bins = Math.min(48, Math.max(12, Math.round(2 * Math.sqrt(values.length))));
  const shown = values.slice(0, above).filter((value) => value <= end);
  return { end, histogram: countBins(inside, 0, end, bins), shown, beyond: above - shown.length };
}
