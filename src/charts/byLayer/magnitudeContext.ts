import { chartContext } from '../frame/chartContext.ts';
import type { Summary } from '../../engine/types.ts';
import type { ChartFormat } from '../types.ts';

export interface MagnitudeLimit {
  readonly value: number;
  readonly label: string;
  /** On a narrow chart. */
  readonly short?: string;
}

export interface MagnitudeWords {
  readonly layer: (layer: number) => string;
  /** Labels of the strips over and under the map; short. */
  readonly nonFinite: string;
  readonly zero: string;
  /** Rows of the tip. */
  readonly median: string;
  readonly largest: string;
  readonly value: string;
}

export interface MagnitudeData {
  readonly columns: readonly (Summary | null)[];
  readonly layers: number;
  readonly limits: readonly MagnitudeLimit[];
  /** Short labels. */
  readonly narrow: boolean;
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
