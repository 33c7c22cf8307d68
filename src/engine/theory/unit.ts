/**
 * Powers of two as units. The stds of a deep network can fill the range of float64, and their squares exceed it,
 * so variances are stored as multiples of a unit squared. Scaling by a power of two is exact.
 */

/** The largest power of two ≤ `size`; 1 for 0, ∞ and NaN. */
export function unitOf(size: number): number {
  if (!(size > 0) || size === Infinity) return 1;
  return 2 ** Math.max(-1022, Math.floor(Math.log2(size)));
}

/** A variance, `value · unit²`. */
export interface Variance {
  readonly value: number;
  readonly unit: number;
}

/** The square of `std`, with a unit that matches its size. */
export function varianceOf(std: number): Variance {
  const unit = unitOf(std);
  return { value: (std / unit) ** 2, unit };
}
