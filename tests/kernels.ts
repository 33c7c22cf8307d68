/** What the tests of the kernels share: every implementation, and a few ways to fill and read tensors. */
import { createKernels } from '../scripts/kernels.mjs';
import type { ElementType, Kernels, Tensor } from '../src/engine/kernels.ts';
import { normal, stream } from '../src/engine/rng.ts';
import { createReference } from '../src/kernels/reference.ts';

export const reference: Kernels = createReference();
/** One table of cases runs over all of them. */
export const machines: readonly Kernels[] = [
  reference,
  await createKernels('simd'),
  await createKernels('relaxed-simd'),
];
export const fast = machines.slice(1);

export function tensorOf(
  kernels: Kernels,
  values: ArrayLike<number>,
  type: ElementType = 'f32',
): Tensor {
  const tensor = kernels.allocate(values.length, type);
  kernels.view(tensor).set(Array.from(values));
  return tensor;
}

export const numbers = (kernels: Kernels, tensor: Tensor): number[] =>
  Array.from(kernels.view(tensor));

/** Standard normal numbers that float32 holds. */
export function draws(count: number, layer = 1): number[] {
  const key = stream(1, layer, 'input');
  return Array.from({ length: count }, (_, i) => Math.fround(normal(key, i)));
}

/** Relative distance, with `floor` as the smallest scale; equal infinities and NaNs are at 0. */
export function distance(a: number, b: number, floor = 0): number {
  if (Object.is(a, b) || a === b) return 0;
  const far = Math.abs(a - b) / Math.max(Math.abs(b), floor);
  return Number.isNaN(far) ? Infinity : far;
}

/** The greatest distance between two lists. */
export function furthest(a: readonly number[], b: readonly number[], floor = 0): number {
  return a.reduce((most, x, i) => Math.max(most, distance(x, b[i] ?? Number.NaN, floor)), 0);
}
