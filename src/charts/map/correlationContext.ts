import { chartContext } from '../frame/chartContext.ts';
import type { ChartFormat, LaneLook } from '../types.ts';

/** A pair of correlations: before a layer, and after it. */
type Step = readonly [before: number, after: number];

export interface CorrelationLane extends LaneLook {
  readonly name: string;
  /** The map, by rising correlation. */
  readonly theory: readonly Step[];
  /** What the layers of a net did. */
  readonly measured: readonly Step[];
}

export interface CorrelationData {
  readonly lanes: readonly CorrelationLane[];
  readonly rem: number;
  readonly format: ChartFormat;
}

export const [CorrelationProvider, useCorrelation] =
  chartContext<CorrelationData>('CorrelationMap');
