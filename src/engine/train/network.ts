/**
 * A network that learns: its parameters, and one step of gradient descent written out as products.
 *
 *     forward   z = h W^T + b,  [batch normalisation],  h = f(z)  [+ h of the layer before]
 *     backward  dC/dW = (dC/dz)^T h,  dC/db = sum of dC/dz over the batch,  dC/dh = dC/dz W
 *
 * Everything is allocated once; a step allocates nothing.
 */
import type { Kernels, Tensor } from '../kernels.ts';
import { multiply, multiplyBackward, multiplyWeights } from '../passes/layerProducts.ts';
import type { LayerShape } from '../passes/layerShape.ts';
import { weightCount } from '../passes/layerShape.ts';
import type { ActivationSpec } from '../types.ts';
import type { BatchNorm } from './batchNorm.ts';
import { allocateBatchNorm, normalise, normaliseBackward } from './batchNorm.ts';

export interface Layer {
  readonly shape: LayerShape;
  /** `null` for the linear output layer. */
  readonly act: ActivationSpec | null;
  /** `[units × fanIn]`. */
  readonly weights: Tensor;
  readonly weightGradient: Tensor;
  readonly weightVelocity: Tensor;
  /** `[units]`. */
  readonly bias: Tensor;
  readonly biasGradient: Tensor;
  readonly biasVelocity: Tensor;
  /** Pre-activations and activations, `[rows × outputs]`. */
  readonly z: Tensor;
  readonly h: Tensor;
  readonly norm: BatchNorm | null;
  /** The activation of the layer before is added to this one's (He et al. 2016, eq. 1). */
  readonly residual: boolean;
}

export interface Network {
  readonly layers: readonly Layer[];
  /** The batch that is propagated, `[rows × inputs of the first layer]`. */
  readonly input: Tensor;
  /** dC/dlogits, and after it every dC/dz in turn: `[rows × widest layer]`. */
  readonly dz: Tensor;
  /** dC/dh of this layer and of the one below, used in turn. */
  readonly dh: readonly [Tensor, Tensor];
  /** The most rows that can be propagated at once. */
  readonly rows: number;
}

export interface NetworkShape {
  /** Hidden layers, then the output layer. */
  readonly layers: readonly LayerShape[];
  readonly act: ActivationSpec;
  readonly rows: number;
  readonly batchNorm: boolean;
  readonly residual: boolean;
}

/** Throws OutOfMemory. */
export function allocateNetwork(kernels: Kernels, network: NetworkShape): Network {
  const { rows } = network;
  const tensor = (length: number): Tensor => kernels.allocate(length, 'f32');
  const layers = network.layers.map((shape, index): Layer => {
    const { units, places, inputs, outputs } = shape;
    const hidden = index < network.layers.length - 1;
    const weights = weightCount(shape);
    return {
      shape,
      act: hidden ? network.act : null,
      weights: tensor(weights),
      weightGradient: tensor(weights),
      weightVelocity: tensor(weights),
      bias: tensor(units),
      biasGradient: tensor(units),
      biasVelocity: tensor(units),
      z: tensor(rows * outputs),
      h: tensor(rows * outputs),
      norm: hidden && network.batchNorm ? allocateBatchNorm(kernels, units, rows * places) : null,
      residual: hidden && network.residual && inputs === outputs,
    };
  });
  const widest = Math.max(...network.layers.flatMap(({ inputs, outputs }) => [inputs, outputs]));
  return {
    layers,
    input: tensor(rows * (network.layers[0]?.inputs ?? 0)),
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
    const { shape, z } = layer;
    const { units, places, outputs } = shape;
    const lines = rows * places;
    multiply(kernels, shape, h, layer.weights, z, rows);
    kernels.addBias(z, layer.bias, lines, units);
    if (layer.norm !== null) normalise(kernels, layer.norm, z, lines, units, training);
    logits = z;
    if (layer.act === null) break;
    const size = rows * outputs;
    kernels.activate(layer.act, head(kernels, z, size), head(kernels, layer.h, size));
    if (layer.residual) accumulate(kernels, layer.h, h, size);
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
    const { shape } = layer;
    const lines = rows * shape.places;
    const size = rows * shape.outputs;
    // dC/dh becomes dC/dz in place, unless a residual connection still needs it as it was.
    const dz = layer.residual ? network.dz : d;
    if (layer.act !== null) {
      if (dz !== d) copy(kernels, dz, d, size);
      kernels.activateBackward(layer.act, head(kernels, layer.z, size), head(kernels, dz, size));
    }
    if (layer.norm !== null) normaliseBackward(kernels, layer.norm, dz, lines, shape.units);
    visit?.(index + 1, head(kernels, dz, size));
    const below = layers[index - 1];
    const h = below?.h ?? network.input;
    multiplyWeights(kernels, shape, dz, h, layer.weightGradient, rows);
    kernels.sumRows(dz, layer.biasGradient, lines, shape.units);
    if (below === undefined) return;
    multiplyBackward(kernels, shape, dz, layer.weights, dBelow, rows);
    if (layer.residual) accumulate(kernels, dBelow, d, size);
    d = dBelow;
    dBelow = spare;
    spare = d;
  }
}
