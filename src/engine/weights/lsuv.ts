/** Layer-sequential unit-variance initialization (Mishkin & Matas 2016, algorithm 1). */
import type { Kernels, Tensor } from '../kernels.ts';

/** Largest deviation from 1 allowed for the variance of the pre-activations. */
export const LSUV_TOLERANCE = 0.01;
export const LSUV_MAX_STEPS = 10;

/** Variance of a tensor; NaN if a value is not finite. */
function varianceOf(kernels: Kernels, values: Tensor): number {
  const { std, finite } = kernels.measure(values, {
    low: -Infinity,
    high: Infinity,
    shared: [-1, 1],
    sharedBins: 1,
    ownBins: 1,
  });
  return finite === values.length ? std * std : Number.NaN;
}

export interface Scaled {
  /** The factors by which the weights were multiplied, in this order. */
  readonly factors: readonly number[];
  /**
   * `no-signal`: the variance is 0 or not finite, so the weights stay orthonormal. `not-reached`: the
   * variance is not 1 after the last step, for example because that of the biases is larger.
   */
  readonly outcome: 'reached' | 'no-signal' | 'not-reached';
}

/** Scales `weights` until `z`, recomputed by `forward`, has variance 1 within 1 %. Yields what `forward` yields. */
export function* scaleToUnitVariance<T>(
  kernels: Kernels,
  weights: Tensor,
  z: Tensor,
  forward: () => Generator<T, void, void>,
): Generator<T, Scaled, void> {
  const factors: number[] = [];
  for (;;) {
    const variance = varianceOf(kernels, z);
    if (Math.abs(variance - 1) < LSUV_TOLERANCE) return { factors, outcome: 'reached' };
    if (!(variance > 0 && variance < Infinity)) {
      return { factors, outcome: factors.length === 0 ? 'no-signal' : 'not-reached' };
    }
    if (factors.length === LSUV_MAX_STEPS) return { factors, outcome: 'not-reached' };
    const factor = 1 / Math.sqrt(variance);
    kernels.scale(weights, factor);
    factors.push(factor);
    yield* forward();
  }
}
