/**
 * The gradients of a network that learns, written out as products:
 *
 *     dC/dW = (dC/dz)^T h,  dC/db = sum of dC/dz over the batch,  dC/dh = dC/dz W
 */
import type { Kernels, Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { createPace, isShort, TICK } from '../pace.ts';
import { multiplyBackward, multiplyWeights } from '../passes/layerProducts.ts';
import { flopsPerExample } from '../passes/layerShape.ts';
import { normalizeBackward } from './batchNorm.ts';
import { applyMask } from './dropout.ts';
import { accumulate, copy, dot, head } from './elements.ts';
import { normalizeExamplesBackward } from './layerNorm.ts';
import type { Layer, Network } from './network.ts';
import { factorOf, joins } from './network.ts';

/** Whether `backward` makes no pause. */
export const isBackwardShort = (kernels: Kernels, { layers }: Network, rows: number): boolean =>
  isShort(
    kernels.build,
    layers.reduce((sum, { shape }) => sum + 2 * rows * flopsPerExample(shape), 0),
  );

/** What is done with a layer's dC/dz and the output of the layer below, of which dC/dW is the product. */
export type WithWeights = (layer: Layer, dz: Tensor, below: Tensor) => void;

export interface BackwardOptions {
  /** Called with dC/dz of each layer. */
  readonly visit?: ((layer: number, dz: Tensor) => void) | undefined;
  /** Called when a layer's weights are no longer needed; stores dC/dW by default. */
  readonly withWeights?: WithWeights | undefined;
}

const storeGradient =
  (kernels: Kernels, rows: number): WithWeights =>
  ({ shape, weightGradient }, dz, below) =>
    multiplyWeights(kernels, shape, dz, below, weightGradient, rows);

/**
 * Writes factor · d, the gradient of the branch before its factor, into `dz`; sets the gradient of a learned factor.
 */
function throughFactor(kernels: Kernels, layer: Layer, d: Tensor, dz: Tensor, size: number): void {
  const { factor, act, z, dropout } = layer;
  if (typeof factor !== 'number') {
    // dz is only filled below, so use it here as a temporary for the output of the branch.
    if (act === null) copy(kernels, dz, z, size);
    else kernels.activate(act, head(kernels, z, size), head(kernels, dz, size));
    if (dropout !== null) applyMask(kernels, dropout, dz, size);
    kernels.view(factor.gradient)[0] = dot(kernels, d, dz, size);
  }
  copy(kernels, dz, d, size);
  const value = factorOf(kernels, layer);
  if (value !== 1) kernels.scale(head(kernels, dz, size), value);
}

/**
 * Back-propagates `network.dz = dC/dlogits` of the last `forward(…, true)` and stores dC/dW and dC/db of
 * every layer in its gradients.
 */
export function* backward(
  kernels: Kernels,
  network: Network,
  rows: number,
  { visit, withWeights = storeGradient(kernels, rows) }: BackwardOptions = {},
): Generator<Tick, void, void> {
  const isLong = createPace(kernels.build);
  const { layers, skip } = network;
  let d = network.dz;
  let [dBelow, spare] = network.dh;
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const layer = layers[index];
    if (layer === undefined) return;
    const { shape, role, norm } = layer;
    const lines = rows * shape.places;
    const size = rows * shape.outputs;
    // dC/dh becomes dC/dz in place, unless a skip connection still needs dC/dh.
    const dz = joins(role) ? network.dz : d;
    if (joins(role)) throughFactor(kernels, layer, d, dz, size);
    if (role === 'close' && skip !== null) copy(kernels, skip, d, size);
    if (layer.dropout !== null) applyMask(kernels, layer.dropout, dz, size);
    if (layer.act !== null) {
      kernels.activateBackward(layer.act, head(kernels, layer.z, size), head(kernels, dz, size));
    }
    if (norm?.kind === 'batch') normalizeBackward(kernels, norm, dz, lines, shape.units);
    if (norm?.kind === 'layer') {
      normalizeExamplesBackward(kernels, norm, dz, rows, shape.outputs);
    }
    visit?.(index + 1, head(kernels, dz, size));
    const below = layers[index - 1];
    const h = below?.h ?? network.input;
    kernels.sumRows(dz, layer.biasGradient, lines, shape.units);
    if (below !== undefined) multiplyBackward(kernels, shape, dz, layer.weights, dBelow, rows);
    withWeights(layer, dz, h);
    if (below === undefined) return;
    const inputs = rows * shape.inputs;
    if (role === 'whole') accumulate(kernels, dBelow, d, inputs);
    if (role === 'open' && skip !== null) accumulate(kernels, dBelow, skip, inputs);
    d = dBelow;
    dBelow = spare;
    spare = d;
    if (isLong(2 * rows * flopsPerExample(shape))) yield TICK;
  }
}
