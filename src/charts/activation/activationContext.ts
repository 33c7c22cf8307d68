import { chartContext } from '../frame/chartContext.ts';
import type { Histogram } from '../../engine/types.ts';
import type { ValueLimit } from '../histogram/layerHistogramContext.ts';
import type { ChartFormat } from '../types.ts';

export interface ActivationWords {
  /** Names of the curves and column headings of the tooltip: `f`, `f′`, `z`. */
  readonly f: string;
  readonly df: string;
  readonly z: string;
  /** Says which share of the units (0–1) lies where f is flat. */
  readonly flat: (share: number) => string;
}

export interface ActivationData {
  readonly f: (z: number) => number;
  readonly df: (z: number) => number;
  /** Range of z. */
  readonly lo: number;
  readonly hi: number;
  /** This layer's z over its own range, which may be wider than the axis; null until it is measured. */
  readonly histogram: Histogram | null;
  readonly limits: readonly ValueLimit[];
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: ActivationWords;
}

export const [ActivationProvider, useActivation] = chartContext<ActivationData>('ActivationCurve');
