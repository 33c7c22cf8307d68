/** The update: stochastic gradient descent with momentum (Polyak 1964), optionally clipped. */
import type { Kernels, Tensor } from '../kernels.ts';
import type { Network } from './network.ts';

/** One learned tensor with its gradient. */
export interface Parameter {
  readonly value: Tensor;
  readonly gradient: Tensor;
}

/** Every learned tensor of the network, from the first layer to the last. */
export function parameters(network: Network): readonly Parameter[] {
  return network.layers.flatMap((layer) => {
    const own: Parameter[] = [
      { value: layer.weights, gradient: layer.weightGradient },
      { value: layer.bias, gradient: layer.biasGradient },
    ];
    if (typeof layer.factor !== 'number') own.push(layer.factor);
    if (layer.norm === null) return own;
    const { scale, scaleGradient, shift, shiftGradient } = layer.norm;
    return [
      ...own,
      { value: scale, gradient: scaleGradient },
      { value: shift, gradient: shiftGradient },
    ];
  });
}

/** The joint 2-norm of all gradients, in float64. */
export function gradientNorm(kernels: Kernels, list: readonly Parameter[]): number {
  let sum = 0;
  for (const { gradient } of list) {
    const values = kernels.view(gradient);
    for (let i = 0; i < values.length; i += 1) sum += (values[i] ?? 0) ** 2;
  }
  return Math.sqrt(sum);
}

/**
 * The factor that clipping puts on all gradients: `limit / norm` if their norm exceeds `limit`, otherwise 1
 * (Pascanu, Mikolov and Bengio 2013, algorithm 1).
 */
export function clipFactor(kernels: Kernels, list: readonly Parameter[], limit: number): number {
  const norm = gradientNorm(kernels, list);
  return norm > limit ? limit / norm : 1;
}

/** Scales all gradients by `clipFactor`, in place. */
export function clip(kernels: Kernels, list: readonly Parameter[], limit: number): void {
  const factor = clipFactor(kernels, list, limit);
  if (factor === 1) return;
  for (const { gradient } of list) kernels.scale(gradient, factor);
}

/** `velocities` are those of `list`, in its order; `null` if there is no momentum. */
export function descend(
  kernels: Kernels,
  list: readonly Parameter[],
  velocities: readonly Tensor[] | null,
  rate: number,
  momentum: number,
): void {
  list.forEach(({ value, gradient }, i) => {
    kernels.descend(value, gradient, velocities?.[i] ?? null, rate, momentum);
  });
}
