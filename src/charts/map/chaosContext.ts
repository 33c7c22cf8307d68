import { chartContext } from '../frame/chartContext.ts';
import type { ChiGrid, CriticalVariance } from '../../engine/map/chiGrid.ts';
import type { MeanFieldStart } from '../../engine/theory/correlation.ts';
import type { ChartFormat, LaneLook } from '../types.ts';

/** A start as a point of the map. */
export interface MapMark extends MeanFieldStart {
  readonly key: string;
  readonly name: string;
  readonly look: LaneLook;
}

export interface ChaosWords {
  readonly ordered: string;
  readonly chaotic: string;
  readonly critical: string;
  /** What a reader of the screen hears of the point. */
  readonly point: string;
  readonly pointValue: string;
  /** Where the variance runs away. */
  readonly away: string;
}

export interface ChaosData {
  readonly grid: ChiGrid | null;
  readonly line: readonly CriticalVariance[];
  readonly marks: readonly MapMark[];
  /** Where the point stands that can be dragged; `null`: none can. */
  readonly point: MeanFieldStart | null;
  readonly onPoint: (point: MeanFieldStart) => void;
  readonly reach: MeanFieldStart;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: ChaosWords;
}

export const [ChaosProvider, useChaos] = chartContext<ChaosData>('ChaosMap');
