import { chartContext } from '../frame/chartContext.ts';
import type { ChiGrid, CriticalVariance } from '../../engine/map/chiGrid.ts';
import type { MeanFieldStart } from '../../engine/theory/correlation.ts';
import type { ChartFormat, LaneLook } from '../types.ts';

/** An initialization as a point of the map. */
export interface MapMark extends MeanFieldStart {
  readonly key: string;
  readonly name: string;
  readonly look: LaneLook;
}

export interface ChaosWords {
  readonly ordered: string;
  readonly chaotic: string;
  readonly critical: string;
  /** Describes the point to a screen reader. */
  readonly point: string;
  readonly pointValue: string;
  /** Label of the region where the variance diverges. */
  readonly away: string;
}

export interface ChaosData {
  readonly grid: ChiGrid | null;
  readonly line: readonly CriticalVariance[];
  readonly marks: readonly MapMark[];
  /** Position of the draggable point; `null`: there is none. */
  readonly point: MeanFieldStart | null;
  readonly onPoint: (point: MeanFieldStart) => void;
  readonly reach: MeanFieldStart;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: ChaosWords;
}

export const [ChaosProvider, useChaos] = chartContext<ChaosData>('ChaosMap');
