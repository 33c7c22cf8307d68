import { chartContext } from '../frame/chartContext.ts';
import type { LogRows } from '../geometry/logRows.ts';
import type { ChartFormat, LaneMark } from '../types.ts';

/** One network: the sizes of the same few examples in every layer. */
export interface RiverLane extends LaneMark {
  /** `[layers][examples]`: root mean square of an example's outputs; 0 and Infinity are valid results. */
  readonly threads: readonly (readonly number[])[];
  /** Text at the right end: the outcome; empty until it is known. */
  readonly fate: string;
}

export interface RiverWords {
  readonly layer: (layer: number) => string;
  /** Column headings of the tooltip. */
  readonly least: string;
  readonly median: string;
  readonly most: string;
}

export interface RiverData extends LogRows {
  readonly lanes: readonly RiverLane[];
  readonly layers: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: RiverWords;
  readonly focused: number | null;
}

export const [RiverProvider, useRiver] = chartContext<RiverData>('RiverChart');
