/** Layer-sequential unit-variance initialization (Mishkin & Matas 2016, algorithm 1). */
import type { Kernels, Tensor } from '../kernels.ts';

/** How near to 1 the variance of the pre-activations has to come. */
export const LSUV_TOLERANCE = 0.01;
export const LSUV_MAX_STEPS = 10;

/** Variance of a tensor over its finite values; NaN when it holds others. */
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
  /** What the weights were multiplied by, in this order. */
  readonly factors: readonly number[];
  /**
   * `no-signal`: variance 0 or not finite, so that the weights stay orthonormal. `not-reached`: the
   * variance is not 1 after the last step, as where that of the biases alone is larger.
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
