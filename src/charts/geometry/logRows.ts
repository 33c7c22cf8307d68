/** A log axis with room for values without a logarithm: a row for exact zero below it, one for overflow above it. */

/** In decades. */
export interface LogRows {
  readonly lo: number;
  readonly hi: number;
  /** Room reserved below `lo`, and above `hi` where values may overflow. */
  readonly strip: number;
}

/** Height of a reserved strip, as a fraction of the axis. */
export const STRIP = 0.13;
/** How far into its strip the row for zero or overflow lies, as a fraction. */
const INTO = 0.85;

export const zeroRow = ({ lo, strip }: LogRows): number => lo - strip * INTO;
export const infinityRow = ({ hi, strip }: LogRows): number => hi + strip * INTO;

/** Position of a value ≥ 0 in decades, not clipped to the axis; null for a missing value or NaN. */
export function logPlace(value: number | null | undefined, rows: LogRows): number | null {
  if (value === null || value === undefined || Number.isNaN(value)) return null;
  if (value === 0) return zeroRow(rows);
  return value === Infinity ? infinityRow(rows) : Math.log10(value);
}

export const isOnAxis = (value: number): boolean => value > 0 && value < Infinity;
