/**
 * Mean-field maps (Poole et al. 2016, eq. 3; Schoenholz et al. 2017, eq. 5): moments of an activation of
 * a Gaussian pre-activation `z ~ N(mean, q)`. In closed form where known, else by quadrature.
 */
import { activation } from '../rules/activations.ts';
import { expectation, firstMoments } from '../math/gaussian.ts';
import type { ActivationSpec } from '../types.ts';

export interface ActivationMoments {
  /** E[f(z)]. */
  readonly mean: number;
  /** E[f(z)²]. */
  readonly second: number;
  /** E[f′(z)²]. */
  readonly slope: number;
}

/** relu is slope 0, linear slope 1: `f(√q Z)` is √q times a half normal on each side. */
function piecewiseLinear(slope: number, q: number): ActivationMoments {
  const second = (1 + slope * slope) / 2;
  return {
    mean: (1 - slope) * Math.sqrt(q / (2 * Math.PI)),
    second: second * q,
    slope: second,
  };
}

/**
 * Moments of `f(z)`, `z ~ N(mean, q)`; `q = 0` is the single point `mean`. All numbers are in multiples of
 * `unit`, and squares in multiples of `unit²`, because squares could exceed the range of float64.
 */
export function activationMoments(
  act: ActivationSpec,
  q: number,
  mean: number = 0,
  unit: number = 1,
): ActivationMoments {
  const { f, df, leak } = activation(act.id).curve(act.params);
  if (q === 0) {
    const value = f(mean * unit) / unit;
    return { mean: value, second: value ** 2, slope: df(mean * unit) ** 2 };
  }
  if (leak !== undefined && mean === 0) return piecewiseLinear(leak, q);
  const std = Math.sqrt(q);
  const [first, second] = firstMoments((z) => f((mean + std * z) * unit) / unit);
  return {
    mean: first,
    second,
    slope: expectation((z) => df((mean + std * z) * unit) ** 2),
  };
}

/** Variances beyond these count as none and as infinite. */
const [MIN, MAX] = [1e-12, 1e12];

/**
 * The fixed point of `q ← weightVariance · E[f²] + biasVariance` reached from 1, `weightVariance = n · Var(w)`;
 * Infinity or 0 if it diverges or vanishes. Uses bisection on log q between 1 and the limit in that direction,
 * since iterating the map converges very slowly at criticality.
 */
export function fixedPoint(
  act: ActivationSpec,
  weightVariance: number,
  biasVariance: number,
): number {
  const next = (q: number): number =>
    weightVariance * activationMoments(act, q).second + biasVariance;
  const grows = (q: number): boolean => next(q) > q;
  if (Math.abs(next(1) - 1) < MIN) return 1;
  const up = grows(1);
  let [near, far] = [1, up ? MAX : MIN];
  if (grows(far) === up) return up ? Infinity : 0;
  for (let step = 0; step < 60; step += 1) {
    const middle = Math.sqrt(near * far);
    if (grows(middle) === up) near = middle;
    else far = middle;
  }
  return near;
}

/** Factor on the variance of a back-propagated gradient per layer, χ = n · Var(w) · E[f′²]. */
export function gradientFactor(act: ActivationSpec, weightVariance: number, q: number): number {
  return weightVariance * activationMoments(act, q).slope;
}

export interface CriticalPoint {
  readonly q: number;
  /** `√(n · Var(w))`. */
  readonly weightStd: number;
  readonly biasStd: number;
}

/**
 * The edge of chaos: pairs with χ = 1 at their own fixed point q, `σw² = 1/E[f′²]`,
 * `σb² = q − σw² E[f²]`, for the given q; those with a negative σb² are left out.
 */
export function criticalLine(
  act: ActivationSpec,
  lengths: readonly number[],
): readonly CriticalPoint[] {
  return lengths.flatMap((q) => {
    const { second, slope } = activationMoments(act, q);
    const biasVariance = q - second / slope;
    if (!(slope > 0) || biasVariance < -1e-12 * q) return [];
    const biasStd = Math.sqrt(Math.max(0, biasVariance));
    return [{ q, weightStd: 1 / Math.sqrt(slope), biasStd }];
  });
}
