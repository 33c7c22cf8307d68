/** Operations on the first elements of a tensor, where a batch has fewer rows than there is room for. */
import type { Kernels, Tensor } from '../kernels.ts';

const HEADS = new WeakMap<Tensor, Tensor>();

/**
 * A slice of the first `length` elements; the last slice of each tensor is cached, so that a step allocates nothing.
 */
export function head(kernels: Kernels, tensor: Tensor, length: number): Tensor {
  if (tensor.length === length) return tensor;
  const kept = HEADS.get(tensor);
  if (kept?.length === length) return kept;
  const fresh = kernels.slice(tensor, 0, length);
  HEADS.set(tensor, fresh);
  return fresh;
}

/** `out += values` over the first `length` elements. */
export function accumulate(kernels: Kernels, out: Tensor, values: Tensor, length: number): void {
  const target = kernels.view(out);
  const source = kernels.view(values);
  for (let i = 0; i < length; i += 1) target[i] = (target[i] ?? 0) + (source[i] ?? 0);
}

export function copy(kernels: Kernels, out: Tensor, values: Tensor, length: number): void {
  kernels.view(out).set(kernels.view(values).subarray(0, length));
}

/** Dot product of the first `length` elements. */
export function dot(kernels: Kernels, a: Tensor, b: Tensor, length: number): number {
  const [x, y] = [kernels.view(a), kernels.view(b)];
  let sum = 0;
  for (let i = 0; i < length; i += 1) sum += (x[i] ?? 0) * (y[i] ?? 0);
  return sum;
}
