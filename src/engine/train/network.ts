/**
 * A network that learns: its parameters, and one step of gradient descent written out as products.
 *
 *     forward   z = h W^T + b,  [batch normalisation],  h = f(z)  [+ h of the layer before]
 *     backward  dC/dW = (dC/dz)^T h,  dC/db = sum of dC/dz over the batch,  dC/dh = dC/dz W
 *
 * Everything is allocated once; a step allocates nothing.
 */
import type { Kernels, Tensor } from '../kernels.ts';
import type { ActivationSpec } from '../types.ts';
import type { BatchNorm } from './batchNorm.ts';
import { allocateBatchNorm, normalise, normaliseBackward } from './batchNorm.ts';

export interface Layer {
  readonly fanIn: number;
  readonly fanOut: number;
  /** `null` for the linear output layer. */
  readonly act: ActivationSpec | null;
  /** `[fanOut × fanIn]`. */
  readonly weights: Tensor;
  readonly weightGradient: Tensor;
  readonly weightVelocity: Tensor;
  /** `[fanOut]`. */
  readonly bias: Tensor;
  readonly biasGradient: Tensor;
  readonly biasVelocity: Tensor;
  /** Pre-activations and activations, `[rows × fanOut]`. */
  readonly z: Tensor;
  readonly h: Tensor;
  readonly norm: BatchNorm | null;
  /** The activation of the layer before is added to this one's (He et al. 2016, eq. 1). */
  readonly residual: boolean;
}

export interface Network {
  readonly layers: readonly Layer[];
  /** The batch that is propagated, `[rows × fanIn of the first layer]`. */
  readonly input: Tensor;
  /** dC/dlogits, and after it every dC/dz in turn: `[rows × widest layer]`. */
  readonly dz: Tensor;
  /** dC/dh of this layer and of the one below, used in turn. */
  readonly dh: readonly [Tensor, Tensor];
  /** The most rows that can be propagated at once. */
  readonly rows: number;
}

export interface NetworkShape {
  readonly sizes: readonly number[];
  readonly act: ActivationSpec;
  readonly rows: number;
  readonly batchNorm: boolean;
  readonly residual: boolean;
}

/** Allocates a network for `sizes` = inputs, hidden widths, outputs. Throws OutOfMemory. */
export function allocateNetwork(kernels: Kernels, shape: NetworkShape): Network {
  const { sizes, rows } = shape;
  const tensor = (length: number): Tensor => kernels.allocate(length, 'f32');
  const layers: Layer[] = [];
  for (let index = 1; index < sizes.length; index += 1) {
    const fanIn = sizes[index - 1] ?? 0;
    const fanOut = sizes[index] ?? 0;
    const hidden = index < sizes.length - 1;
    layers.push({
      fanIn,
      fanOut,
      act: hidden ? shape.act : null,
      weights: tensor(fanOut * fanIn),
      weightGradient: tensor(fanOut * fanIn),
      weightVelocity: tensor(fanOut * fanIn),
      bias: tensor(fanOut),
      biasGradient: tensor(fanOut),
      biasVelocity: tensor(fanOut),
      z: tensor(rows * fanOut),
      h: tensor(rows * fanOut),
      norm: hidden && shape.batchNorm ? allocateBatchNorm(kernels, fanOut, rows) : null,
      residual: hidden && shape.residual && fanIn === fanOut,
    });
  }
  const widest = Math.max(...sizes);
  return {
    layers,
    input: tensor(rows * (sizes[0] ?? 0)),
    dz: tensor(rows * widest),
    dh: [tensor(rows * widest), tensor(rows * widest)],
    rows,
  };
}

const HEADS = new WeakMap<Tensor, Tensor>();

/** The first `length` elements; the last one asked for is kept, so that a step allocates nothing. */
export function head(kernels: Kernels, tensor: Tensor, length: number): Tensor {
  if (tensor.length === length) return tensor;
  const kept = HEADS.get(tensor);
  if (kept?.length === length) return kept;
  const fresh = kernels.slice(tensor, 0, length);
  HEADS.set(tensor, fresh);
  return fresh;
}

/** `out += values` over the first `length` elements. */
function accumulate(kernels: Kernels, out: Tensor, values: Tensor, length: number): void {
  const target = kernels.view(out);
  const source = kernels.view(values);
  for (let i = 0; i < length; i += 1) target[i] = (target[i] ?? 0) + (source[i] ?? 0);
}

function copy(kernels: Kernels, out: Tensor, values: Tensor, length: number): void {
  kernels.view(out).set(kernels.view(values).subarray(0, length));
}

/**
 * Propagates the first `rows` rows of `input`; the logits are the last layer's z. `training` decides
 * whether batch normalisation uses this batch's moments or the running ones.
 */
export function forward(
  kernels: Kernels,
  network: Network,
  rows: number,
  training: boolean,
): Tensor {
  let h = network.input;
  let logits = network.input;
  for (const layer of network.layers) {
    const { fanIn, fanOut, z } = layer;
    kernels.matmulNT(h, layer.weights, z, rows, fanOut, fanIn);
    kernels.addBias(z, layer.bias, rows, fanOut);
    if (layer.norm !== null) normalise(kernels, layer.norm, z, rows, fanOut, training);
    logits = z;
    if (layer.act === null) break;
    const size = rows * fanOut;
    kernels.activate(layer.act, head(kernels, z, size), head(kernels, layer.h, size));
    if (layer.residual) accumulate(kernels, layer.h, h, rows * fanOut);
    h = layer.h;
  }
  return logits;
}

/**
 * Back-propagates `network.dz = dC/dlogits` of the last `forward(…, true)` and leaves dC/dW and dC/db of
 * every layer in its gradients. `visit` sees dC/dz of each layer on the way.
 */
export function backward(
  kernels: Kernels,
  network: Network,
  rows: number,
  visit?: (layer: number, dz: Tensor) => void,
): void {
  const { layers } = network;
  let d = network.dz;
  let [dBelow, spare] = network.dh;
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const layer = layers[index];
    if (layer === undefined) return;
    const { fanIn, fanOut } = layer;
    const size = rows * fanOut;
    // dC/dh becomes dC/dz in place, unless a residual connection still needs it as it was.
    const dz = layer.residual ? network.dz : d;
    if (layer.act !== null) {
      if (dz !== d) copy(kernels, dz, d, size);
      kernels.activateBackward(layer.act, head(kernels, layer.z, size), head(kernels, dz, size));
    }
    if (layer.norm !== null) normaliseBackward(kernels, layer.norm, dz, rows, fanOut);
    visit?.(index + 1, head(kernels, dz, size));
    const below = layers[index - 1];
    kernels.matmulTN(dz, below?.h ?? network.input, layer.weightGradient, fanOut, fanIn, rows);
    kernels.sumRows(dz, layer.biasGradient, rows, fanOut);
    if (below === undefined) return;
    kernels.matmulNN(dz, layer.weights, dBelow, rows, fanIn, fanOut);
    if (layer.residual) accumulate(kernels, dBelow, d, size);
    d = dBelow;
    dBelow = spare;
    spare = d;
  }
}
