/** A log axis with room for what has no logarithm: a row for exact zero under it, one for overflow over it. */

/** In decades. */
export interface LogRows {
  readonly lo: number;
  readonly hi: number;
  /** Set apart under `lo`, and over `hi` where values may overflow. */
  readonly strip: number;
}

/** Part of the axis' own height that is set apart. */
export const STRIP = 0.13;
/** How far into its strip zero or overflow lies. */
const INTO = 0.85;

export const zeroRow = ({ lo, strip }: LogRows): number => lo - strip * INTO;
export const infinityRow = ({ hi, strip }: LogRows): number => hi + strip * INTO;

/** Position of a value ≥ 0 in decades on an axis without ends; null if it has none. */
export function logPlace(value: number | null | undefined, rows: LogRows): number | null {
  if (value === null || value === undefined || Number.isNaN(value)) return null;
  if (value === 0) return zeroRow(rows);
  return value === Infinity ? infinityRow(rows) : Math.log10(value);
}

export const isOnAxis = (value: number): boolean => value > 0 && value < Infinity;
