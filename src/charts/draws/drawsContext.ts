import { chartContext } from '../frame/chartContext.ts';
import type { Histogram } from '../../engine/types.ts';
import type { ChartFormat, LaneMark } from '../types.ts';

export interface DrawsLane extends LaneMark {
  /** On the lane's own range; null: not there yet. */
  readonly histogram: Histogram | null;
  /** What the weights are drawn from; null where it has no density. */
  readonly density: ((weight: number) => number) | null;
  /** `σ = 0.1 · 32 % outside ±0.1`. */
  readonly readout: string;
}

export interface DrawsWords {
  /** Names the interval over its band. */
  readonly interval: string;
  /** Head of the tip's shares. */
  readonly share: string;
}

export interface DrawsData {
  readonly lanes: readonly DrawsLane[];
  /** The axis is −reach … reach. */
  readonly reach: number;
  /** Shaded: −interval … interval; null: nothing is. */
  readonly interval: number | null;
  readonly rem: number;
  /** Whether name and readout stand beside each other. */
  readonly roomy: boolean;
  readonly format: ChartFormat;
  readonly words: DrawsWords;
}

export const [DrawsProvider, useDraws] = chartContext<DrawsData>('DrawsChart');

/** Of a lane, in rem: its words, and its histogram. */
export const DRAWS_ROW = { words: 1.9, wordsNarrow: 3.1, plot: 4.6 } as const;

/** Bins of the tip, an odd number: one lies around 0. */
export const DRAWS_BINS = 41;
