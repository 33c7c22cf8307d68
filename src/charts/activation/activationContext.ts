import { createContext, useContext } from 'react';
import type { Histogram } from '../../engine/types.ts';
import type { ValueLimit } from '../histogram/layerHistogramContext.ts';
import type { ChartFormat } from '../types.ts';

export interface ActivationWords {
  /** Names of the curves and heads of the tip: `f`, `f′`, `z`. */
  readonly f: string;
  readonly df: string;
  readonly z: string;
}

export interface ActivationData {
  readonly f: (z: number) => number;
  readonly df: (z: number) => number;
  /** Of z. */
  readonly lo: number;
  readonly hi: number;
  /** This layer's z; null while there is none. */
  readonly histogram: Histogram | null;
  readonly limits: readonly ValueLimit[];
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: ActivationWords;
}

const ActivationContext = createContext<ActivationData | null>(null);

export const ActivationProvider = ActivationContext.Provider;

export function useActivation(): ActivationData {
  const data = useContext(ActivationContext);
  if (data === null) throw new Error('drawn inside an ActivationCurve');
  return data;
}
