/** Truncated normal draws by the inverse of the normal distribution function. */
import { normalCdf } from './erf.ts';

/** P. J. Acklam's rational approximation of Φ⁻¹ over the centre: relative error below 1.2e-9. */
const TOP = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
] as const;
const BELOW = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
] as const;

/** Where a truncated normal is cut, in standard deviations, as in TensorFlow, Keras and JAX. */
export const TRUNCATION = 2;

/** Φ(2) − ½: half of the probability within the cut. */
export const HALF = normalCdf(TRUNCATION) - 0.5;

/** Maps `u` in (−1, 1) to N(0, 1) given |x| ≤ 2: the x with Φ(x) = ½ + u (Φ(2) − ½). */
export function truncated(u: number): number {
  const q = u * HALF;
  const r = q * q;
  const top = ((((TOP[0] * r + TOP[1]) * r + TOP[2]) * r + TOP[3]) * r + TOP[4]) * r + TOP[5];
  const below =
    ((((BELOW[0] * r + BELOW[1]) * r + BELOW[2]) * r + BELOW[3]) * r + BELOW[4]) * r + 1;
  return (q * top) / below;
}
