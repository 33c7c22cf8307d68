import { chartContext } from '../frame/chartContext.ts';
import type { SpreadLane, SpreadWords } from '../byLayer/spread.ts';
import type { ChartFormat } from '../types.ts';
import type { LoopRows } from './loop.ts';

export interface LoopWords extends SpreadWords {
  /** Titles of the bands, and column headings of the tooltip. */
  readonly forward: string;
  readonly backward: string;
}

export interface LoopData extends LoopRows {
  /** Lines of the same lane have the same `lane` number. */
  readonly forward: readonly SpreadLane[];
  readonly backward: readonly SpreadLane[];
  readonly layers: number;
  /** Most powers of ten labelled in a band. */
  readonly most: number;
  /** Px from the last layer to where the lines turn. */
  readonly turn: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: LoopWords;
  readonly focused: number | null;
}

export const [LoopProvider, useLoop] = chartContext<LoopData>('LoopByLayer');
