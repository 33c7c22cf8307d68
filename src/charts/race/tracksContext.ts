import { chartContext } from '../frame/chartContext.ts';
import type { ChartFormat, LaneMark } from '../types.ts';

/** One run: shares of right answers, and the gradient of its first layer, at each of `steps`. */
export interface TrackLane extends LaneMark {
  readonly steps: readonly number[];
  readonly shares: readonly number[];
  readonly gradients: readonly number[];
  /** The step from which the net counts as having learned. */
  readonly learnedAt: number | null;
  /** Whether it can no longer learn within this race. */
  readonly failed: boolean;
}

export interface TrackWords {
  readonly step: (step: number) => string;
  /** Column headings of the tooltip. */
  readonly share: string;
  readonly gradient: string;
  /** Text on the flag of a lane that has learned, and beside a lane that will not learn. */
  readonly flag: (step: number) => string;
  readonly never: string;
}

export interface TracksData {
  readonly lanes: readonly TrackLane[];
  /** Share of right answers by guessing, which leaves the track empty. */
  readonly chance: number;
  /** Range of the gradients, in decades. */
  readonly lo: number;
  readonly hi: number;
  readonly scrub: number | null;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: TrackWords;
}

export const [TracksProvider, useTracks] = chartContext<TracksData>('RaceTracks');
