import { chartContext } from '../frame/chartContext.ts';
import type { SpreadLane, SpreadWords } from '../byLayer/spread.ts';
import type { ChartFormat } from '../types.ts';
import type { LoopRows } from './loop.ts';

export interface LoopWords extends SpreadWords {
  /** Titles of the bands, and heads of the tip. */
  readonly forward: string;
  readonly backward: string;
}

export interface LoopData extends LoopRows {
  /** Lines of one lane have one number. */
  readonly forward: readonly SpreadLane[];
  readonly backward: readonly SpreadLane[];
  readonly layers: number;
  /** Powers of ten labelled in a band, at most. */
  readonly most: number;
  /** Px from the last layer to where the lines turn. */
  readonly turn: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: LoopWords;
  readonly focused: number | null;
}

export const [LoopProvider, useLoop] = chartContext<LoopData>('LoopByLayer');
