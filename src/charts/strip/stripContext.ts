import { createContext, useContext } from 'react';
import type { ChartFormat, HistogramScale } from '../types.ts';

/** What a row prints besides numbers. */
export interface StripWords {
  /** Fits about seven characters: `12 % NaN`. */
  readonly nonFinite: (share: number) => string;
  /** Written over a row without any finite value. */
  readonly allNonFinite: string;
}

/** What is the same for all rows of a lane. */
export interface StripFrame {
  /** Prefix of the ids by which a row's button finds its spoken label. */
  readonly id: string;
  readonly layers: number;
  readonly rem: number;
  readonly scale: HistogramScale;
  readonly format: ChartFormat;
  readonly words: StripWords;
}

const StripContext = createContext<StripFrame | null>(null);

export const StripProvider = StripContext.Provider;

/** Throws outside a HistogramStrip. */
export function useStrip(): StripFrame {
  const strip = useContext(StripContext);
  if (strip === null) throw new Error('HistogramLayer is drawn inside a HistogramStrip');
  return strip;
}

/** Where the rows of a lane are, in px. */
export interface StripPlace {
  readonly left: number;
  readonly right: number;
  /** Of the first row. */
  readonly top: number;
  readonly x: (value: number) => number;
  /** The base of a layer's row. */
  readonly bottom: (layer: number) => number;
  readonly pitch: number;
}

const RowsContext = createContext<StripPlace | null>(null);

export const RowsProvider = RowsContext.Provider;

/** Throws outside a HistogramStrip. */
export function useRows(): StripPlace {
  const rows = useContext(RowsContext);
  if (rows === null) throw new Error('HistogramLayer is drawn inside a HistogramStrip');
  return rows;
}

export const spokenId = (id: string, layer: number): string => `${id}-layer-${layer}`;
export const hatchId = (id: string): string => `${id}-hatch`;
