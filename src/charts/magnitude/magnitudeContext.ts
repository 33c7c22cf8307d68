import { chartContext } from '../frame/chartContext.ts';
import type { Summary } from '../../engine/types.ts';
import type { ChartFormat, LaneMark } from '../types.ts';
import type { MagnitudeLayout } from './magnitudeLayout.ts';

/** The values of one lane. */
export interface MagnitudeLane extends LaneMark {
  /** One quantity of every layer, index = layer − 1; null: not there yet. */
  readonly columns: readonly (Summary | null)[];
}

/** A number format: its smallest and largest positive value. */
export interface MagnitudeRange {
  readonly name: string;
  readonly smallest: number;
  readonly largest: number;
}

export interface MagnitudeWords {
  readonly layer: (layer: number) => string;
  /** Labels of the rows over and under the map; short. */
  readonly nonFinite: string;
  readonly zero: string;
  /** At the layer where a lane leaves the numbers: `∞ from layer 29`. */
  readonly nonFiniteFrom: (layer: number) => string;
  readonly zeroFrom: (layer: number) => string;
  /** Rows of the tip. */
  readonly median: string;
  readonly largest: string;
  readonly value: string;
}

export interface MagnitudeData {
  readonly lanes: readonly MagnitudeLane[];
  readonly layout: MagnitudeLayout;
  /** Backward, a lane leaves the numbers on its way from the last layer to the first. */
  readonly direction: 'forward' | 'backward';
  /** Narrowest last: the formats' grounds. */
  readonly ranges: readonly MagnitudeRange[];
  readonly lo: number;
  readonly hi: number;
  /** Decades set apart over and under the map for what has no magnitude. */
  readonly strip: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: MagnitudeWords;
  readonly focused: number | null;
}

export const [MagnitudeProvider, useMagnitudes] = chartContext<MagnitudeData>('MagnitudeMap');
