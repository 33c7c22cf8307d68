import { chartContext } from '../frame/chartContext.ts';
import type { ReactNode } from 'react';
import type { Histogram, Summary } from '../../engine/types.ts';
import type { ChartFormat } from '../types.ts';

export interface LayerHistogramWords {
  /** Column headings of the tooltip: bin, count, share. */
  readonly bin: string;
  readonly count: string;
  readonly share: string;
  /** `50 % exactly 0`. */
  readonly zero: (share: number) => string;
  /** Beyond the left and the right edge: `← 3 %`. */
  readonly below: (share: number) => string;
  readonly above: (share: number) => string;
  readonly nonFinite: (share: number) => string;
  /** Labels of the rows below the histogram; short. */
  readonly quantiles: string;
  readonly meanStd: string;
}

/** A vertical line: a saturation limit. */
export interface ValueLimit {
  readonly value: number;
  readonly label: string;
}

/** A shaded interval of values, such as ±0.1. */
export interface ValueInterval {
  readonly lo: number;
  readonly hi: number;
  readonly label: ReactNode;
}

/** A curve for comparison: a probability density of the value. */
export interface ReferenceCurve {
  readonly density: (value: number) => number;
  readonly label: string;
}

export interface LayerHistogramData {
  readonly summary: Summary;
  readonly histogram: Histogram;
  readonly lo: number;
  readonly hi: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: LayerHistogramWords;
  readonly limits: readonly ValueLimit[];
  readonly interval: ValueInterval | null;
  readonly reference: ReferenceCurve | null;
}

export const [LayerHistogramProvider, useLayerHistogram] =
  chartContext<LayerHistogramData>('LayerHistogram');
