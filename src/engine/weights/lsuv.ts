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

/**
 * Scales `weights` until `z`, recomputed by `forward`, has variance 1 within 1 %. Yields what `forward`
 * yields; returns the factors in the order they were applied, or `null` for a layer that gets no signal
 * (variance 0 or not finite), which keeps its orthonormal weights.
 */
export function* scaleToUnitVariance<T>(
  kernels: Kernels,
  weights: Tensor,
  z: Tensor,
  forward: () => Generator<T, void, void>,
): Generator<T, readonly number[] | null, void> {
  const factors: number[] = [];
  for (let step = 0; step < LSUV_MAX_STEPS; step += 1) {
    const variance = varianceOf(kernels, z);
    if (!(variance > 0 && variance < Infinity)) return factors.length === 0 ? null : factors;
    if (Math.abs(variance - 1) < LSUV_TOLERANCE) break;
    const factor = 1 / Math.sqrt(variance);
    kernels.scale(weights, factor);
    factors.push(factor);
    yield* forward();
  }
  return factors;
}
