/**
 * Inverted dropout (Srivastava et al. 2014, section 4): during training an activation is kept with probability p and
 * divided by p, so testing needs no scaling. The mean square grows by 1/p, so with ReLU the critical n·Var(w) is 2p.
 */
import type { Kernels, Tensor } from '../kernels.ts';
import { bits, stream } from '../rng.ts';

/** The factors on the activations of a layer: 1/p or 0. */
export interface Dropout {
  readonly keep: number;
  /** `[rows × outputs]`. */
  readonly mask: Tensor;
}

/** Allocates a mask that keeps everything until the first one is drawn. */
export function allocateDropout(kernels: Kernels, keep: number, length: number): Dropout {
  const mask = kernels.allocate(length, 'f32');
  kernels.fillConstant(mask, 1);
  return { keep, mask };
}

/** Draws the mask of one mini-batch over the first `length` values; the same for every lane with the same seed. */
export function drawMask(
  kernels: Kernels,
  { keep, mask }: Dropout,
  seed: number,
  step: number,
  layer: number,
  length: number,
): void {
  const values = kernels.view(mask);
  const key = stream(seed, step * LAYERS + layer, 'dropout');
  for (let i = 0; i < length; i += 1) {
    values[i] = bits(key, i) < keep * 0x100000000 ? 1 / keep : 0;
  }
}

/** More than the layers of any network, so that each pair of step and layer has its own random stream. */
const LAYERS = 128;

/** `values ← mask · values`, in the forward and the backward pass. */
export function applyMask(
  kernels: Kernels,
  { mask }: Dropout,
  values: Tensor,
  length: number,
): void {
  const target = kernels.view(values);
  const factors = kernels.view(mask);
  for (let i = 0; i < length; i += 1) target[i] = (target[i] ?? 0) * (factors[i] ?? 0);
}
