/** The quantile at `level` (0 … 1) of sorted numbers, by linear interpolation; NaN if there are none. */
export function quantile(sorted: readonly number[], level: number): number {
  const at = (sorted.length - 1) * level;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  // Exactly at a value, or between equal ones, no difference is taken: both may be infinite.
  return at % 1 === 0 || low === high ? low : low + (high - low) * (at % 1);
}
