import { createContext, useContext } from 'react';
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

const MagnitudeContext = createContext<MagnitudeData | null>(null);

export const MagnitudeProvider = MagnitudeContext.Provider;

export function useMagnitudes(): MagnitudeData {
  const data = useContext(MagnitudeContext);
  if (data === null) throw new Error('drawn inside a MagnitudeMap');
  return data;
}
