import { chartContext } from '../frame/chartContext.ts';
import type { ChartFormat, LaneLook } from '../types.ts';

/** A pair of correlations: before a layer, and after it. */
type Step = readonly [before: number, after: number];

export interface CorrelationLane extends LaneLook {
  readonly name: string;
  /** Points of the theoretical map, sorted by rising correlation. */
  readonly theory: readonly Step[];
  /** Correlations measured in the layers of a net. */
  readonly measured: readonly Step[];
}

export interface CorrelationData {
  readonly lanes: readonly CorrelationLane[];
  /** Where both axes start: 0, or below it. */
  readonly lo: number;
  readonly rem: number;
  readonly format: ChartFormat;
}

export const [CorrelationProvider, useCorrelation] =
  chartContext<CorrelationData>('CorrelationMap');
