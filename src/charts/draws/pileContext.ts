import { chartContext } from '../frame/chartContext.ts';
import type { ChartFormat } from '../types.ts';

export interface PileWords {
  readonly interval: string;
  /** Heads of the tip. */
  readonly bin: string;
  readonly count: string;
}

export interface PileData {
  /** Of earlier runs, in the order they were drawn. */
  readonly earlier: readonly number[];
  /** Of this run, named. */
  readonly newest: readonly { readonly name: string; readonly value: number }[];
  /** Changes with every run: new dots fall again. */
  readonly run: string;
  readonly reach: number;
  readonly interval: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: PileWords;
}

export const [PileProvider, usePile] = chartContext<PileData>('PileChart');

/** Bins of the tip. */
export const PILE_BINS = 40;
