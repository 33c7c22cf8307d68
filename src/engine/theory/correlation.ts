/**
 * Correlation maps (Poole et al. 2016, eq. 4; Schoenholz et al. 2017, eq. 5 and 9): the correlation of the
 * pre-activations of two inputs after a layer, and how fast it converges. In closed form where known, else by
 * quadrature.
 */
import { pairExpectation } from '../math/gaussianPair.ts';
import { activation } from '../rules/activations.ts';
import type { ActivationSpec } from '../types.ts';
import { activationMoments, fixedPoint, gradientFactor } from './variance.ts';

/** An initialization in mean-field theory: `n · Var(w)` and `Var(b)`, with means 0. */
export interface MeanFieldStart {
  readonly weightVariance: number;
  readonly biasVariance: number;
}

/** Variances and correlation of two Gaussian pre-activations with the same mean. */
export interface GaussianPair {
  readonly q: readonly [number, number];
  /** In [−1, 1]. */
  readonly c: number;
}

const within = (c: number): number => Math.min(1, Math.max(-1, c));

/**
 * `E[f(x) f(y)]` of `f = x` for x > 0 and `slope · x` below, for x, y ~ N(0, 1): the arc-cosine kernel of degree 1
 * (Cho and Saul 2009, eq. 6) on the quadrants.
 */
function leakyPair(slope: number, c: number): number {
  const angle = Math.acos(within(c));
  const positive = (Math.sin(angle) + (Math.PI - angle) * c) / (2 * Math.PI);
  const across = (angle * c - Math.sin(angle)) / (2 * Math.PI);
  return (1 + slope * slope) * positive + 2 * slope * across;
}

/** `E[f′(x) f′(y)]` of the same: each quadrant's share. */
function leakySlopes(slope: number, c: number): number {
  const angle = Math.acos(within(c)) / (2 * Math.PI);
  return (1 + slope * slope) * (0.5 - angle) + 2 * slope * angle;
}

/**
 * `E[f(x) f(y)]` of a pair with this mean; as in activationMoments, all numbers are in multiples of `unit`, squares and
 * the result in multiples of `unit²`.
 */
export function pairMoment(
  act: ActivationSpec,
  { q, c }: GaussianPair,
  mean: number = 0,
  unit: number = 1,
): number {
  const { f, leak } = activation(act.id).curve(act.params);
  const [a, b] = [Math.sqrt(q[0]), Math.sqrt(q[1])];
  if (leak !== undefined && mean === 0) return a * b * leakyPair(leak, c);
  return pairExpectation(
    (x) => f((mean + a * x) * unit) / unit,
    (y) => f((mean + b * y) * unit) / unit,
    c,
  );
}

/** `q ← σ_w² E[f²] + σ_b²`: the mean square of the next layer's pre-activations. */
export const varianceStep = (
  act: ActivationSpec,
  { weightVariance, biasVariance }: MeanFieldStart,
  q: number,
): number => weightVariance * activationMoments(act, q).second + biasVariance;

/** `c ← (σ_w² E[f(x) f(y)] + σ_b²) / q′`, both of variance q, q′ that of the next layer; NaN where q′ is 0. */
export function correlationStep(
  act: ActivationSpec,
  start: MeanFieldStart,
  q: number,
  c: number,
): number {
  const shared = start.weightVariance * pairMoment(act, { q: [q, q], c }) + start.biasVariance;
  return within(shared / varianceStep(act, start, q));
}

/**
 * `χ(c) = σ_w² E[f′(x) f′(y)]`, at a settled q the slope of the correlation map; at c = 1 it is χ₁, the factor on a
 * back-propagated variance.
 */
export function correlationSlope(
  act: ActivationSpec,
  { weightVariance }: MeanFieldStart,
  q: number,
  c: number,
): number {
  if (c === 1 || q === 0) return gradientFactor(act, weightVariance, q);
  const { df, leak } = activation(act.id).curve(act.params);
  if (leak !== undefined) return weightVariance * leakySlopes(leak, c);
  const slope = (z: number): number => df(Math.sqrt(q) * z);
  return weightVariance * pairExpectation(slope, slope, c);
}

/** A slope this close to 1 counts as critical, since q* is only known to this precision. */
const CRITICAL = 1e-9;

/**
 * c*, the fixed point of `correlationStep` at the fixed point q: 1 if χ₁ ≤ 1, less in the chaotic phase. The map is
 * convex for c ≥ 0, so it meets the diagonal once below 1.
 */
export function fixedCorrelation(act: ActivationSpec, start: MeanFieldStart, q: number): number {
  if (correlationSlope(act, start, q, 1) <= 1 + CRITICAL) return 1;
  const grows = (c: number): boolean => correlationStep(act, start, q, c) > c;
  // Just below 1 the map is below the diagonal, but by less than the rounding error.
  let [low, high] = [0, 1];
  if (!grows(0)) return 0;
  for (let step = 0; step < 45; step += 1) {
    const middle = (low + high) / 2;
    if (grows(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Layers after which a deviation is 1/e of what it was, `ξ = −1 / ln χ`; ∞ where χ is 1 or more. */
export const depthScale = (slope: number): number => (slope < 1 ? -1 / Math.log(slope) : Infinity);

/** The fixed point of an initialization. */
export interface Settled {
  /** The variance of the pre-activations in deep layers. */
  readonly q: number;
  /** χ₁: the factor per layer on the variance of a gradient; ordered below 1, chaotic above. */
  readonly chi: number;
  /** Limit of the correlation of any two inputs. */
  readonly c: number;
  /** Depth scale of the correlation, in layers. */
  readonly xi: number;
}

/** The fixed point; `null` if the variance diverges. */
export function settled(act: ActivationSpec, start: MeanFieldStart): Settled | null {
  const q = fixedPoint(act, start.weightVariance, start.biasVariance);
  if (q === Infinity) return null;
  // A variance that decays never reaches 0 exactly, so use the slope in the limit q → 0.
  const chi = gradientFactor(act, start.weightVariance, q === 0 ? Number.MIN_VALUE : q);
  const c = q === 0 ? 1 : fixedCorrelation(act, start, q);
  return { q, chi, c, xi: depthScale(q === 0 ? chi : correlationSlope(act, start, q, c)) };
}
