/**
 * Powers of two as units. A deep network's spreads fill the range of float64, their squares twice that,
 * so variances are kept as multiples of a unit squared. A power of two changes no digit.
 */

/** The power of two at or under `size`; 1 for what has none: 0, ∞ and NaN. */
export function unitOf(size: number): number {
  if (!(size > 0) || size === Infinity) return 1;
  return 2 ** Math.max(-1022, Math.floor(Math.log2(size)));
}

/** A variance, `value · unit²`. */
export interface Variance {
  readonly value: number;
  readonly unit: number;
}

export function varianceOf(std: number): Variance {
  const unit = unitOf(std);
  return { value: (std / unit) ** 2, unit };
}
