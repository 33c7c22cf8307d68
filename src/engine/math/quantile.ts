/** The value at `level` (0 … 1) of sorted numbers, between its neighbours in proportion; NaN of none. */
export function quantile(sorted: readonly number[], level: number): number {
  const at = (sorted.length - 1) * level;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  // At a value itself its neighbour does not matter, which may be infinite.
  return at % 1 === 0 ? low : low + (high - low) * (at % 1);
}
