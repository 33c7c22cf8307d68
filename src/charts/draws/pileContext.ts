import { chartContext } from '../frame/chartContext.ts';
import type { ChartFormat } from '../types.ts';

export interface PileWords {
  readonly interval: string;
  /** Column headings of the tooltip. */
  readonly bin: string;
  readonly count: string;
}

export interface PileData {
  /** Numbers of earlier runs, in the order they were drawn. */
  readonly earlier: readonly number[];
  /** Numbers of this run, with their names. */
  readonly newest: readonly { readonly name: string; readonly value: number }[];
  /** Changes with each run, which restarts the animation of falling dots. */
  readonly run: string;
  readonly reach: number;
  readonly interval: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: PileWords;
}

export const [PileProvider, usePile] = chartContext<PileData>('PileChart');

/** Bins of the tooltip. */
export const PILE_BINS = 40;
