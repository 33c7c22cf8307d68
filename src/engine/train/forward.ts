/**
 * A batch through a network that learns, written out as products:
 *
 *     z = h W^T + b,  [normalization],  h = f(z),  [dropout],  [factor h + skip connection]
 */
import type { Kernels, Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { createPace, TICK } from '../pace.ts';
import { multiply } from '../passes/layerProducts.ts';
import { flopsPerExample } from '../passes/layerShape.ts';
import { normalize } from './batchNorm.ts';
import { applyMask } from './dropout.ts';
import { accumulate, copy, head } from './elements.ts';
import { normalizeExamples } from './layerNorm.ts';
import type { Network } from './network.ts';
import { factorOf, joins } from './network.ts';

/** Computes the output of layer `index` from the outputs of the layers below; returns z for the output layer. */
export function passOn(
  kernels: Kernels,
  network: Network,
  index: number,
  rows: number,
  training: boolean,
): Tensor {
  const layer = network.layers[index];
  if (layer === undefined) return network.input;
  const { shape, z, role, norm } = layer;
  const { units, places, outputs } = shape;
  const below = network.layers[index - 1]?.h ?? network.input;
  const lines = rows * places;
  const size = rows * outputs;
  multiply(kernels, shape, below, layer.weights, z, rows);
  kernels.addBias(z, layer.bias, lines, units);
  if (norm?.kind === 'batch') normalize(kernels, norm, z, lines, units, training);
  if (norm?.kind === 'layer') normalizeExamples(kernels, norm, z, rows, outputs);
  if (layer.isOutput) return z;
  if (layer.act === null) copy(kernels, layer.h, z, size);
  else kernels.activate(layer.act, head(kernels, z, size), head(kernels, layer.h, size));
  if (training && layer.dropout !== null) applyMask(kernels, layer.dropout, layer.h, size);
  if (joins(role)) {
    const factor = factorOf(kernels, layer);
    if (factor !== 1) kernels.scale(head(kernels, layer.h, size), factor);
    const from = role === 'close' ? (network.layers[index - 2]?.h ?? network.input) : below;
    accumulate(kernels, layer.h, from, size);
  }
  return layer.h;
}

/**
 * Propagates the first `rows` rows of `input`; the logits are the last layer's z. `training` decides
 * whether batch normalization uses this batch's moments or the running ones, and whether activations are dropped.
 */
export function* forward(
  kernels: Kernels,
  network: Network,
  rows: number,
  training: boolean,
): Generator<Tick, Tensor, void> {
  const isLong = createPace(kernels.build);
  let last = network.input;
  for (const [index, { shape }] of network.layers.entries()) {
    last = passOn(kernels, network, index, rows, training);
    if (isLong(rows * flopsPerExample(shape))) yield TICK;
  }
  return last;
}
