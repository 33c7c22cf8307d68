import { chartContext } from '../frame/chartContext.ts';
import type { ChartFormat, HistogramScale } from '../types.ts';
import type { DecadeDomain } from '../geometry/decades.ts';

/** Text of a row. */
export interface StripWords {
  /** Fits about seven characters: `12 % NaN`. */
  readonly nonFinite: (share: number) => string;
  /** Written at the first layer from which on no value is finite, or every value is 0. */
  readonly nonFiniteFrom: (layer: number) => string;
  readonly zeroFrom: (layer: number) => string;
}

/** Data that all rows of a lane share. */
export interface StripFrame {
  /** Prefix of the ids that connect a row's button to its spoken label. */
  readonly id: string;
  readonly rem: number;
  readonly scale: HistogramScale;
  readonly format: ChartFormat;
  readonly words: StripWords;
  /** The edge of the histograms: the end of `domain` farther from 0. */
  readonly reach: number;
  /** Px of the thread; 0 where there is none. */
  readonly threadWidth: number;
}

export const [StripProvider, useStrip] = chartContext<StripFrame>('HistogramStrip');

/** How many layers there are, apart from the rest: a row that stays does not depend on it. */
export const [LayersProvider, useLayers] = chartContext<number>('HistogramStrip');

/** The range of the threads of all lanes, apart from the rest: it changes in steps, and the rows do not depend on it. */
export const [ThreadRange, useThreadRange] = chartContext<DecadeDomain>('ThreadRange');

/** Positions of the rows of a lane, in px. */
export interface StripPlace {
  readonly left: number;
  readonly right: number;
  /** Top of the first row. */
  readonly top: number;
  readonly x: (value: number) => number;
  /** The base of a layer's row. */
  readonly bottom: (layer: number) => number;
  readonly pitch: number;
}

export const [RowsProvider, useRows] = chartContext<StripPlace>('HistogramStrip');

export const spokenId = (id: string, layer: number): string => `${id}-layer-${layer}`;
export const hatchId = (id: string): string => `${id}-hatch`;
