import { chartContext } from '../frame/chartContext.ts';
import type { ChartFormat } from '../types.ts';
import type { SpectrumBins } from './spectrumBins.ts';

export interface SpectrumWords {
  readonly bin: string;
  readonly count: string;
  readonly expected: string;
  /** Names the line where chance ends. */
  readonly edge: string;
  /** Values farther out than the axis goes. */
  readonly beyond: (count: number) => string;
}

/** What singular values of independent numbers would be. */
export interface SpectrumLaw {
  /** How many lie near a value, per unit of it. */
  readonly density: (value: number) => number;
  readonly edge: number;
}

export interface SpectrumData {
  readonly bins: SpectrumBins;
  readonly law: SpectrumLaw;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: SpectrumWords;
}

export const [SpectrumProvider, useSpectrumData] = chartContext<SpectrumData>('SpectrumChart');
