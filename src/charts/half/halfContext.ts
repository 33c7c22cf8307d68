import { chartContext } from '../frame/chartContext.ts';
import type { Histogram } from '../../engine/types.ts';
import type { ChartFormat } from '../types.ts';

export interface HalfWords {
  /** Written into the two halves. */
  readonly dropped: string;
  readonly kept: string;
  /** Column headings of the tooltip: the bin, its share. */
  readonly bin: string;
  readonly share: string;
}

export interface HalfData {
  /** Histogram of the pre-activations, over a range symmetric around 0. */
  readonly histogram: Histogram;
  readonly finite: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: HalfWords;
}

export const [HalfProvider, useHalf] = chartContext<HalfData>('HalfPicture');
