import { chartContext } from '../frame/chartContext.ts';
import type { ChartFormat, HistogramScale } from '../types.ts';

/** What a row prints besides numbers. */
export interface StripWords {
  /** Fits about seven characters: `12 % NaN`. */
  readonly nonFinite: (share: number) => string;
  /** Written over the rows from which on no value is finite, or every value is 0. */
  readonly nonFiniteFrom: (layer: number) => string;
  readonly zeroFrom: (layer: number) => string;
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

export const [StripProvider, useStrip] = chartContext<StripFrame>('HistogramStrip');

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

export const [RowsProvider, useRows] = chartContext<StripPlace>('HistogramStrip');

export const spokenId = (id: string, layer: number): string => `${id}-layer-${layer}`;
export const hatchId = (id: string): string => `${id}-hatch`;
