import { chartContext } from '../frame/chartContext.ts';
import type { Histogram } from '../../engine/types.ts';
import type { ChartFormat, LaneMark } from '../types.ts';

export interface DrawsLane extends LaneMark {
  /** Over the lane's own range; null: not measured yet. */
  readonly histogram: Histogram | null;
  /** Density of the distribution the weights are drawn from; null where there is none. */
  readonly density: ((weight: number) => number) | null;
  /** `σ = 0.1 · 32 % outside ±0.1`. */
  readonly readout: string;
}

export interface DrawsWords {
  /** Label of the interval, above its band. */
  readonly interval: string;
  /** Column heading of the tooltip's shares. */
  readonly share: string;
}

export interface DrawsData {
  readonly lanes: readonly DrawsLane[];
  /** The axis is −reach … reach. */
  readonly reach: number;
  /** −interval … interval is shaded; null: nothing is. */
  readonly interval: number | null;
  readonly rem: number;
  /** Whether name and readout are side by side. */
  readonly roomy: boolean;
  readonly format: ChartFormat;
  readonly words: DrawsWords;
}

export const [DrawsProvider, useDraws] = chartContext<DrawsData>('DrawsChart');

/** Heights in one lane, in rem: of its words and of its histogram. */
export const DRAWS_ROW = { words: 1.9, wordsNarrow: 3.1, plot: 4.6 } as const;

/** Bins of the tooltip; an odd number, so that one is centred on 0. */
export const DRAWS_BINS = 41;
