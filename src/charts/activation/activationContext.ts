import { chartContext } from '../frame/chartContext.ts';
import type { Histogram } from '../../engine/types.ts';
import type { ValueLimit } from '../histogram/layerHistogramContext.ts';
import type { ChartFormat } from '../types.ts';

export interface ActivationWords {
  /** Names of the curves and heads of the tip: `f`, `f′`, `z`. */
  readonly f: string;
  readonly df: string;
  readonly z: string;
  /** A part of the units sits where f is flat. */
  readonly flat: (share: number) => string;
}

export interface ActivationData {
  readonly f: (z: number) => number;
  readonly df: (z: number) => number;
  /** Of z. */
  readonly lo: number;
  readonly hi: number;
  /** This layer's z on its own range, which may reach over the axis; null while there is none. */
  readonly histogram: Histogram | null;
  readonly limits: readonly ValueLimit[];
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: ActivationWords;
}

export const [ActivationProvider, useActivation] = chartContext<ActivationData>('ActivationCurve');
