import type { ChartFormat, LaneMark } from '../types.ts';

/** Over seeds, index = layer − 1. */
export interface SeedBand {
  readonly low: readonly number[];
  readonly median: readonly number[];
  readonly high: readonly number[];
}

/** Index = layer − 1; null: not there yet. Zero lies on the floor, Infinity at the top, NaN nowhere. */
export interface SpreadLane extends LaneMark {
  readonly measured: readonly (number | null)[];
  /** Drawn as the lane's line; without it the line follows the measured dots. */
  readonly theory: readonly (number | null)[] | null;
  readonly seedBand: SeedBand | null;
}

export interface SpreadWords {
  readonly layer: (layer: number) => string;
  readonly measured: string;
  readonly theory: string;
  readonly infinite: string;
}

export interface SpreadData {
  readonly lanes: readonly SpreadLane[];
  readonly layers: number;
  /** The decade of the rule one compares with: 0 is 1. */
  readonly reference: number;
  /** Decades. */
  readonly lo: number;
  readonly hi: number;
  /** Decades set apart under `lo` for exact zeros and over `hi` for overflow. */
  readonly strip: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: SpreadWords;
  readonly focused: number | null;
}

/** How far into its strip zero or overflow lies. */
export const ZERO_AT = 0.85;

/** Where a value lies, in decades; null for nowhere. */
export function spreadPosition(value: number | null | undefined, data: SpreadData): number | null {
  if (value === null || value === undefined || Number.isNaN(value)) return null;
  if (value === 0) return data.lo - data.strip * ZERO_AT;
  if (value === Infinity) return data.hi + data.strip * ZERO_AT;
  return Math.max(
    data.lo - data.strip * 0.2,
    Math.min(data.hi + data.strip * 0.2, Math.log10(value)),
  );
}
