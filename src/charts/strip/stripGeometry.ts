/** Sizes of a lane of histograms, in px. */
import { barWidth } from '../geometry/margin.ts';
import type { StripMargin } from '../geometry/margin.ts';
import type { HistogramScale } from '../types.ts';

/** Height of a row in px: tall for few layers, comfortable for up to twelve, still visible for a hundred. */
export function rowHeight(layers: number, rem: number): number {
  if (layers <= 12) return Math.round(rem * Math.min(3.5, Math.max(2, 12 / layers)));
  return Math.max(rem * 0.375, (rem * 24) / layers);
}

/** Px to the right of the plot for two bars. */
export const barsWidth = (rem: number): number => 2 * barWidth(rem) + 4;

/**
 * Margins: the right one holds bars, and the range of rows on their own scale or `thread` px of a thread; the left one
 * holds a bar.
 */
export function stripMargin(
  scale: HistogramScale,
  lo: number,
  rem: number,
  thread = 0,
): StripMargin {
  const bar = barWidth(rem);
  return {
    top: 2,
    right: scale === 'same' ? barsWidth(rem) + thread : bar + 3 + rem * 4.4,
    bottom: 4,
    left: lo < 0 ? bar + 3 : Math.ceil(bar / 2),
  };
}

/** Height of the axis below the rows, in px. */
export const stripAxis = (rem: number): number => Math.round(rem * 1.4);

/** Height of the whole drawing, in px. */
export const stripHeight = (
  layers: number,
  pitch: number,
  margin: StripMargin,
  rem: number,
): number => Math.ceil(layers * pitch) + margin.top + margin.bottom + stripAxis(rem);
