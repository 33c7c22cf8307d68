import { chartContext } from '../frame/chartContext.ts';
import type { Histogram } from '../../engine/types.ts';
import type { ChartFormat } from '../types.ts';

export interface NeuronWords {
  /** Column headings of the tooltip. */
  readonly bin: string;
  readonly count: string;
  readonly share: string;
}

export interface NeuronData {
  /** Histogram of z over many neurons. */
  readonly histogram: Histogram;
  /** The same for one input, as an outline behind it. */
  readonly first: Histogram | null;
  /** Measured σ of z; √n, where it may be revealed. */
  readonly std: number;
  readonly root: number | null;
  /** Products wᵢ·xᵢ of one of the neurons. */
  readonly products: ArrayLike<number>;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: NeuronWords;
}

export const [NeuronProvider, useNeuron] = chartContext<NeuronData>('NeuronChart');
