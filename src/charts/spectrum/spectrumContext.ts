import { chartContext } from '../frame/chartContext.ts';
import type { ChartFormat } from '../types.ts';
import type { SpectrumBins } from './spectrumBins.ts';

export interface SpectrumWords {
  readonly bin: string;
  readonly count: string;
  readonly expected: string;
  /** Label of the line at the edge of the law. */
  readonly edge: string;
  /** Label of the number of values beyond the axis. */
  readonly beyond: (count: number) => string;
}

/** The distribution of the singular values of a matrix of independent random numbers. */
export interface SpectrumLaw {
  /** Expected number of singular values per unit of length at a value. */
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
