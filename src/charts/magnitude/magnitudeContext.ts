import { chartContext } from '../frame/chartContext.ts';
import type { Summary } from '../../engine/types.ts';
import type { ChartFormat, LaneMark } from '../types.ts';
import type { MagnitudeLayout } from './magnitudeLayout.ts';

/** The values of one lane. */
export interface MagnitudeLane extends LaneMark {
  /** One quantity in each layer, index = layer − 1; null: not measured yet. */
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
  /** Labels of the rows above and below the map; short. */
  readonly nonFinite: string;
  readonly zero: string;
  /** Label at the layer where a lane runs out of numbers: `∞ from layer 29`. */
  readonly nonFiniteFrom: (layer: number) => string;
  readonly zeroFrom: (layer: number) => string;
  /** Rows of the tooltip. */
  readonly median: string;
  readonly largest: string;
  readonly value: string;
}

export interface MagnitudeData {
  readonly lanes: readonly MagnitudeLane[];
  readonly layout: MagnitudeLayout;
  /** Order in which a lane may run out of numbers; backward is from the last layer to the first. */
  readonly direction: 'forward' | 'backward';
  /** Number formats drawn as backgrounds; the narrowest last. */
  readonly ranges: readonly MagnitudeRange[];
  readonly lo: number;
  readonly hi: number;
  /** Decades reserved above and below the map for zeros and non-finite values. */
  readonly strip: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: MagnitudeWords;
  readonly focused: number | null;
}

export const [MagnitudeProvider, useMagnitudes] = chartContext<MagnitudeData>('MagnitudeMap');
