import { createContext, useContext } from 'react';
import type { ChartFormat } from '../types.ts';

export interface PileWords {
  readonly interval: string;
  /** Heads of the tip. */
  readonly bin: string;
  readonly count: string;
}

export interface PileData {
  /** Of earlier runs, in the order they were drawn. */
  readonly earlier: readonly number[];
  /** Of this run, named. */
  readonly newest: readonly { readonly name: string; readonly value: number }[];
  /** Changes with every run: new dots fall again. */
  readonly run: string;
  readonly reach: number;
  readonly interval: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: PileWords;
}

const PileContext = createContext<PileData | null>(null);

export const PileProvider = PileContext.Provider;

export function usePile(): PileData {
  const data = useContext(PileContext);
  if (data === null) throw new Error('drawn inside a PileChart');
  return data;
}

/** Bins of the tip. */
export const PILE_BINS = 40;
