import { chartContext } from '../frame/chartContext.ts';
import type { ChartFormat, LaneMark } from '../types.ts';

/** One run: `values[i]` at step `steps[i]`; a non-finite value ends the curve. */
export interface RaceLane extends LaneMark {
  readonly steps: readonly number[];
  readonly values: readonly number[];
  /** The step from which on the net counts as having learned. */
  readonly learnedAt: number | null;
  readonly diverged: boolean;
  /** Over many seeds, index as in `values`; absent for a single run. */
  readonly band?: { readonly low: readonly number[]; readonly high: readonly number[] } | undefined;
}

export interface RaceWords {
  readonly step: (step: number) => string;
  /** Heads the tip's numbers: `loss`, `accuracy`. */
  readonly value: string;
}

interface RaceData {
  readonly lanes: readonly RaceLane[];
  readonly y: RaceAxis;
  readonly ticks: readonly number[];
  /** A rule one compares with, such as the loss of guessing. */
  readonly reference: { readonly value: number; readonly label: string } | null;
  readonly scrub: number | null;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: RaceWords;
}

/** `log`: lo and hi are decades. */
export interface RaceAxis {
  readonly kind: 'linear' | 'log' | 'share';
  readonly lo: number;
  readonly hi: number;
}

/** Where a value lies on the axis; null for nowhere. */
export function onAxis(value: number, { kind, lo, hi }: RaceAxis): number | null {
  if (!Number.isFinite(value)) return null;
  const at = kind === 'log' ? Math.log10(Math.max(value, 1e-300)) : value;
  return Math.max(lo, Math.min(hi, at));
}

/** The last point drawn. */
export function lastIndex(lane: RaceLane): number {
  const end = lane.values.findIndex((value) => !Number.isFinite(value));
  return (end < 0 ? Math.min(lane.values.length, lane.steps.length) : end) - 1;
}

export const [RaceProvider, useRace] = chartContext<RaceData>('LossCurves');
