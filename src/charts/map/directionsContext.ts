import type { JacobianLayer } from '../../engine/map/jacobian.ts';
import { chartContext } from '../frame/chartContext.ts';
import type { DecadeDomain } from '../geometry/decades.ts';
import type { ChartFormat, Tone } from '../types.ts';

export interface DirectionsWords {
  readonly largest: string;
  readonly median: string;
  readonly smallest: string;
  /** Says which share of the directions is lost for good. */
  readonly lost: (share: number) => string;
}

export interface DirectionsData {
  readonly layers: readonly JacobianLayer[];
  readonly domain: DecadeDomain;
  readonly tone: Tone;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: DirectionsWords;
}

export const [DirectionsProvider, useDirections] = chartContext<DirectionsData>('DirectionsChart');
