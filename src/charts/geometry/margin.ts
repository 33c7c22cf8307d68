/** The room around a plot, and the bars that stand in it; in px. */

export interface StripMargin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Thickness of the solid bars: exact zeros, beyond an edge, not finite. */
export const barWidth = (rem: number): number => Math.max(3, Math.round(rem * 0.28));
