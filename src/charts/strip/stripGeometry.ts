/** Sizes of a lane of histograms, in px. */
import { barWidth } from '../geometry/margin.ts';
import type { StripMargin } from '../geometry/margin.ts';
import type { HistogramScale } from '../types.ts';

/** Few layers are tall, up to twelve comfortable, a hundred still there. */
export function rowHeight(layers: number, rem: number): number {
  if (layers <= 12) return Math.round(rem * Math.min(3.5, Math.max(2, 12 / layers)));
  return Math.max(rem * 0.375, (rem * 24) / layers);
}

/** The right gutter holds bars, and the range of rows on their own scale; the left one a bar. */
export function stripMargin(scale: HistogramScale, lo: number, rem: number): StripMargin {
  const bar = barWidth(rem);
  return {
    top: 2,
    right: bar + 3 + (scale === 'same' ? bar + 1 : rem * 4.4),
    bottom: 4,
    left: lo < 0 ? bar + 3 : Math.ceil(bar / 2),
  };
}

/** Height of the axis under the rows. */
export const stripAxis = (rem: number): number => Math.round(rem * 1.4);

/** Of the whole drawing. */
export const stripHeight = (
  layers: number,
  pitch: number,
  margin: StripMargin,
  rem: number,
): number => Math.ceil(layers * pitch) + margin.top + margin.bottom + stripAxis(rem);
