/**
 * Mean-field theory of normalized pre-activations. Layer normalization gives a Gaussian of variance 1 and keeps the
 * correlation. Batch normalization removes what all examples share: the B examples of a batch sum to 0, so their
 * correlation becomes −1/(B − 1) (Yang et al. 2019, sections 3 and 4).
 */
import { expectation } from '../math/gaussian.ts';
import { pairExpectation } from '../math/gaussianPair.ts';
import { NORM_EPSILON } from '../passes/standardize.ts';
import { activation } from '../rules/activations.ts';
import type { ActivationSpec } from '../types.ts';
import { averageOf, average } from './groups.ts';
import type { Pair } from './pairs.ts';
import { meanCross } from './pairs.ts';
import type { Variance } from './unit.ts';
import { varianceOf } from './unit.ts';

/** For smaller batches the mean of 1/variance is infinite. */
const MIN_BATCH = 4;

/** Effect of batch normalization on the gradient. */
export interface BatchGradient {
  readonly batch: number;
  /** Factor on the mean square of a gradient: `E[f′² (1 − 1/B − ẑ²/B)]`. */
  readonly own: number;
  /** Factor on the mean product of two examples' gradients: `E[f′f′ (1 + ẑẑ)] (B − 1)/B`. */
  readonly across: number;
}

export interface Normalized {
  /** Variances of the normalized pre-activations, whose mean is 0. */
  readonly lengths: readonly Float64Array[];
  readonly pairs: readonly Pair[];
  /** Mean square of 1/√(variance + ε), the factor on the gradient. */
  readonly inverse: Variance;
  readonly gradient: BatchGradient | null;
}

/** Central second moments of the pre-activations, in multiples of `unit²`. */
interface Given {
  readonly lengths: readonly Float64Array[];
  readonly pairs: readonly Pair[];
  readonly unit: number;
}

/** Moments after layer normalization. */
export function layerNormalized({ lengths, pairs, unit }: Given): Normalized {
  const epsilon = NORM_EPSILON / unit ** 2;
  const size = averageOf(lengths);
  return {
    lengths: lengths.map((group) => group.map((q) => q / (average(group) + epsilon))),
    pairs: pairs.map(({ squares, cross }): Pair => {
      const [a, b] = [squares[0] + epsilon, squares[1] + epsilon];
      return {
        squares: [squares[0] / a, squares[1] / b],
        cross: cross / Math.sqrt(a * b),
        means: [0, 0],
      };
    }),
    inverse: varianceOf(1 / Math.sqrt(size + epsilon) / unit),
    gradient: null,
  };
}

/** `null` if no theory is known: without pairs, or for batches smaller than MIN_BATCH. */
export function batchNormalized(
  { lengths, pairs, unit }: Given,
  act: ActivationSpec,
  batch: number,
): Normalized | null {
  if (pairs.length === 0 || batch < MIN_BATCH) return null;
  const epsilon = NORM_EPSILON / unit ** 2;
  const shared = meanCross(pairs);
  const variance = Math.max(0, averageOf(lengths) - shared);
  const c = -1 / (batch - 1);
  const q = variance / (variance + epsilon);
  const { df } = activation(act.id).curve(act.params);
  const slope = (z: number): number => df(Math.sqrt(q) * z);
  const along = (z: number): number => z * slope(z);
  return {
    // The theory follows a single group, since every unit has variance 1 over the batch.
    lengths: [Float64Array.of(q)],
    pairs: [{ squares: [q, q], cross: q * c, means: [0, 0] }],
    // The variance of a batch has a chi-square distribution with B − 1 degrees of freedom.
    inverse: varianceOf(Math.sqrt(batch / (batch - 3) / (variance + epsilon)) / unit),
    gradient: {
      batch,
      own: expectation((z) => slope(z) ** 2 * (1 - (1 + z * z) / batch)),
      across:
        ((pairExpectation(slope, slope, c) + pairExpectation(along, along, c)) * (batch - 1)) /
        batch,
    },
  };
}
