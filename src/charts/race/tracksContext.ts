import { chartContext } from '../frame/chartContext.ts';
import type { ChartFormat, LaneMark } from '../types.ts';

/** One run: shares of right answers, and the gradient of its first layer, at each of `steps`. */
export interface TrackLane extends LaneMark {
  readonly steps: readonly number[];
  readonly shares: readonly number[];
  readonly gradients: readonly number[];
  /** The step from which on the net counts as having learned. */
  readonly learnedAt: number | null;
  /** Whether it will not learn any more within this race. */
  readonly failed: boolean;
}

export interface TrackWords {
  readonly step: (step: number) => string;
  /** Heads of the tip. */
  readonly share: string;
  readonly gradient: string;
  /** On the flag of a lane that has learned, and where one will not. */
  readonly flag: (step: number) => string;
  readonly never: string;
}

export interface TracksData {
  readonly lanes: readonly TrackLane[];
  /** Share right of guessing: the ground. */
  readonly chance: number;
  /** Decades of the gradients. */
  readonly lo: number;
  readonly hi: number;
  readonly scrub: number | null;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: TrackWords;
}

export const [TracksProvider, useTracks] = chartContext<TracksData>('RaceTracks');
