/** The margin around a plot, and the bars drawn in it; in px. */

export interface StripMargin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Width in px of the solid bars for exact zeros, values beyond an edge, and non-finite values. */
export const barWidth = (rem: number): number => Math.max(3, Math.round(rem * 0.28));
