import { chartContext } from '../frame/chartContext.ts';
import { STRIP, zeroRow } from '../geometry/logRows.ts';
import type { ChartFormat, LaneMark } from '../types.ts';

/** One run: `values[i]` at step `steps[i]`; a non-finite value ends the curve. */
export interface RaceLane extends LaneMark {
  readonly steps: readonly number[];
  readonly values: readonly number[];
  /** The step from which the net counts as having learned. */
  readonly learnedAt: number | null;
  readonly diverged: boolean;
  /** Quantiles over many seeds, indexed like `values`; omitted for a single run. */
  readonly band?: { readonly low: readonly number[]; readonly high: readonly number[] } | undefined;
}

export interface RaceWords {
  readonly step: (step: number) => string;
  /** Column heading of the tooltip's numbers: `loss`, `accuracy`. */
  readonly value: string;
}

interface RaceData {
  readonly lanes: readonly RaceLane[];
  readonly y: RaceAxis;
  readonly ticks: readonly number[];
  /** A reference rule, such as the loss of guessing. */
  readonly reference: { readonly value: number; readonly label: string } | null;
  readonly scrub: number | null;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: RaceWords;
}

/** The y-axis; on a `log` axis lo and hi are decades. */
export interface RaceAxis {
  readonly kind: 'linear' | 'log' | 'share';
  readonly lo: number;
  readonly hi: number;
}

/** Decades reserved below a log axis for exact zero; 0 for other axes. */
export const stripOf = ({ kind, lo, hi }: RaceAxis): number =>
  kind === 'log' ? (hi - lo) * STRIP : 0;

/** Position of a value, not clipped to the axis; null if it has none, such as an exact zero on a log axis. */
export function placeOf(value: number, { kind }: RaceAxis): number | null {
  if (!Number.isFinite(value)) return null;
  if (kind !== 'log') return value;
  return value > 0 ? Math.log10(value) : null;
}

/** The value at the last recorded step ≤ `step`. */
export function valueAt(lane: RaceLane, step: number): number | null {
  const index = lane.steps.findLastIndex((at) => at <= step);
  return lane.values[index] ?? null;
}

/** Index of the last point drawn. */
export function lastIndex(lane: RaceLane): number {
  const end = lane.values.findIndex((value) => !Number.isFinite(value));
  return (end < 0 ? Math.min(lane.values.length, lane.steps.length) : end) - 1;
}

/** Where a lane's curve ends on the axis, or the edge at which it left; null if there is no end. */
export function endOf(lane: RaceLane, axis: RaceAxis): number | null {
  const value = lane.values[lastIndex(lane)];
  if (value === undefined) return null;
  const { lo, hi } = axis;
  if (axis.kind === 'log' && value === 0) return zeroRow({ lo, hi, strip: stripOf(axis) });
  const at = placeOf(value, axis);
  return at === null ? null : Math.max(lo, Math.min(hi, at));
}

export const [RaceProvider, useRace] = chartContext<RaceData>('LossCurves');
