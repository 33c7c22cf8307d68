import { chartContext } from '../frame/chartContext.ts';
import type { Histogram } from '../../engine/types.ts';
import type { ChartFormat } from '../types.ts';

export interface NeuronWords {
  /** Heads of the tip. */
  readonly bin: string;
  readonly count: string;
  readonly share: string;
}

export interface NeuronData {
  /** Of z, over many neurons. */
  readonly histogram: Histogram;
  /** Measured σ of z; √n, where it may be seen. */
  readonly std: number;
  readonly root: number | null;
  /** w·x of one of the neurons. */
  readonly products: ArrayLike<number>;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: NeuronWords;
}

export const [NeuronProvider, useNeuron] = chartContext<NeuronData>('NeuronChart');
