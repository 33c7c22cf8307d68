import { chartContext } from '../frame/chartContext.ts';
import type { ChartFormat } from '../types.ts';

export interface GrowthWords {
  readonly measured: string;
}

export interface GrowthData {
  readonly n: number;
  /** The end of the axis. */
  readonly most: number;
  /** Every n that has been shown so far. */
  readonly seen: readonly number[];
  /** Measured σ at n. */
  readonly std: (n: number) => number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: GrowthWords;
}

export const [GrowthProvider, useGrowth] = chartContext<GrowthData>('GrowthChart');
