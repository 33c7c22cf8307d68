/** Helpers for the tests of the kernels: all implementations, and functions that fill, read and compare tensors. */
import { createKernels } from '../scripts/kernels.mjs';
import type { ElementType, Kernels, Tensor } from '../src/engine/kernels.ts';
import { normal, stream } from '../src/engine/rng.ts';
import { createReference } from '../src/kernels/reference.ts';

export const reference: Kernels = createReference();
/** All implementations; each table of test cases runs on all of them. */
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

/** Standard normal numbers, rounded to float32. */
export function draws(count: number, layer = 1): number[] {
  const key = stream(1, layer, 'input');
  return Array.from({ length: count }, (_, i) => Math.fround(normal(key, i)));
}

/** Distance relative to `b`, with `floor` as the smallest scale; 0 for equal infinities and for two NaNs. */
export function distance(a: number, b: number, floor = 0): number {
  if (Object.is(a, b) || a === b) return 0;
  const far = Math.abs(a - b) / Math.max(Math.abs(b), floor);
  return Number.isNaN(far) ? Infinity : far;
}

/** The largest elementwise distance between two lists. */
export function furthest(a: readonly number[], b: readonly number[], floor = 0): number {
  return a.reduce((most, x, i) => Math.max(most, distance(x, b[i] ?? Number.NaN, floor)), 0);
}
