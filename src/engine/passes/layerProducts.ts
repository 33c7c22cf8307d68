/** The three products of a layer, dense or convolutional, for a given number of examples. */
import type { Kernels, Tensor } from '../kernels.ts';
import type { LayerShape } from './layerShape.ts';

/** `z [batch × outputs] = h [batch × inputs] · Wᵀ`, W `[units × fanIn]`. */
export function multiply(
  kernels: Kernels,
  { conv, units, fanIn }: LayerShape,
  h: Tensor,
  weights: Tensor,
  z: Tensor,
  batch: number,
): void {
  if (conv === null) kernels.matmulNT(h, weights, z, batch, units, fanIn);
  else kernels.convolve(conv, h, weights, z, batch);
}

/** `dh [batch × inputs] = dz [batch × outputs] · W`. */
export function multiplyBackward(
  kernels: Kernels,
  { conv, units, fanIn }: LayerShape,
  dz: Tensor,
  weights: Tensor,
  dh: Tensor,
  batch: number,
): void {
  if (conv === null) kernels.matmulNN(dz, weights, dh, batch, fanIn, units);
  else kernels.convolveBackward(conv, dz, weights, dh, batch);
}

/**
 * Gradient descent of the weights by `dzᵀ · h`, as by `multiplyWeights` and `descend`; what is in `gradient` afterwards
 * is not defined.
 */
export function descendWeights(
  kernels: Kernels,
  shape: LayerShape,
  dz: Tensor,
  h: Tensor,
  weights: Tensor,
  gradient: Tensor,
  batch: number,
  rate: number,
): void {
  if (shape.conv === null) {
    const sizes = [shape.units, shape.fanIn, batch] as const;
    kernels.descendTN(dz, h, gradient, weights, sizes, rate);
  } else {
    multiplyWeights(kernels, shape, dz, h, gradient, batch);
    kernels.descend(weights, gradient, null, rate, 0);
  }
}

/** `dW [units × fanIn] = dzᵀ · h`, summed over examples and places. */
export function multiplyWeights(
  kernels: Kernels,
  { conv, units, fanIn }: LayerShape,
  dz: Tensor,
  h: Tensor,
  dWeights: Tensor,
  batch: number,
): void {
  if (conv === null) kernels.matmulTN(dz, h, dWeights, units, fanIn, batch);
  else kernels.convolveWeights(conv, dz, h, dWeights, batch);
}
