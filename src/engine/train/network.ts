/**
 * A network that learns: its parameters, and one step of gradient descent written out as products.
 *
 *     forward   z = h W^T + b,  [normalization],  h = f(z),  [dropout],  [factor h + skip connection]
 *     backward  dC/dW = (dC/dz)^T h,  dC/db = sum of dC/dz over the batch,  dC/dh = dC/dz W
 *
 * Everything is allocated once; a step allocates nothing.
 */
import type { Kernels, Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { createPace, isShort, TICK } from '../pace.ts';
import type { LayerRole } from '../passes/blocks.ts';
import { multiply, multiplyBackward, multiplyWeights } from '../passes/layerProducts.ts';
import type { LayerShape } from '../passes/layerShape.ts';
import { flopsPerExample, weightCount } from '../passes/layerShape.ts';
import type { LayerPlan } from '../passes/plan.ts';
import type { ActivationSpec, NormId } from '../types.ts';
import type { BatchNorm } from './batchNorm.ts';
import { allocateBatchNorm, normalise, normaliseBackward } from './batchNorm.ts';
import type { Dropout } from './dropout.ts';
import { allocateDropout, applyMask } from './dropout.ts';
import type { LayerNorm } from './layerNorm.ts';
import { allocateLayerNorm, normaliseExamples, normaliseExamplesBackward } from './layerNorm.ts';

/** A learned factor on a residual branch (ReZero, Bachlechner et al. 2020); tensors of one number. */
export interface LearnedFactor {
  readonly value: Tensor;
  readonly gradient: Tensor;
}

export interface Layer {
  readonly shape: NetworkLayer;
  readonly isOutput: boolean;
  readonly role: LayerRole;
  /** Activation; `null` for the output layer and the last layer of a branch of two. */
  readonly act: ActivationSpec | null;
  /** `[units × fanIn]`. */
  readonly weights: Tensor;
  readonly weightGradient: Tensor;
  /** `[units]`. */
  readonly bias: Tensor;
  readonly biasGradient: Tensor;
  /** Pre-activations and output of the layer, `[rows × outputs]`. */
  readonly z: Tensor;
  readonly h: Tensor;
  readonly norm: BatchNorm | LayerNorm | null;
  readonly dropout: Dropout | null;
  /** Factor on the residual branch that ends in this layer. */
  readonly factor: number | LearnedFactor;
}

export interface Network {
  readonly layers: readonly Layer[];
  /** The batch to propagate, `[rows × inputs of the first layer]`. */
  readonly input: Tensor;
  /** dC/dlogits, later reused for dC/dz of other layers, `[rows × widest layer]`. */
  readonly dz: Tensor;
  /** Two buffers used alternately for dC/dh of a layer and of the one below. */
  readonly dh: readonly [Tensor, Tensor];
  /** Gradient of the skip connection around a branch of two layers; `null` if there is none. */
  readonly skip: Tensor | null;
  /** Largest number of rows that can be propagated at once. */
  readonly rows: number;
}

/** Shape of a layer, and its role in a residual block. */
export type NetworkLayer = LayerShape & Pick<LayerPlan, 'isOutput' | 'role' | 'factor' | 'norm'>;

export interface NetworkShape {
  /** Hidden layers, then the output layer. */
  readonly layers: readonly NetworkLayer[];
  readonly act: ActivationSpec;
  readonly rows: number;
  /** Probability that dropout keeps an activation; 1 means no dropout. */
  readonly keep: number;
}

const joins = (role: LayerRole): boolean => role === 'whole' || role === 'close';

/** Allocates all tensors of a network. Throws OutOfMemory. */
export function allocateNetwork(kernels: Kernels, network: NetworkShape): Network {
  const { rows, keep } = network;
  const tensor = (length: number): Tensor => kernels.allocate(length, 'f32');
  const normOf = (norm: NormId, { units, places, outputs }: LayerShape): Layer['norm'] => {
    if (norm === 'batch') return allocateBatchNorm(kernels, units, rows * places);
    return norm === 'layer' ? allocateLayerNorm(kernels, units, outputs, rows) : null;
  };
  const layers = network.layers.map((shape): Layer => {
    const { units, outputs, role, isOutput, factor, norm } = shape;
    const weights = weightCount(shape);
    const act = isOutput || role === 'close' ? null : network.act;
    const learned = joins(role) && factor === 0;
    return {
      shape,
      isOutput,
      role,
      act,
      weights: tensor(weights),
      weightGradient: tensor(weights),
      bias: tensor(units),
      biasGradient: tensor(units),
      z: tensor(rows * outputs),
      h: tensor(rows * outputs),
      norm: normOf(norm, shape),
      dropout: act === null || keep === 1 ? null : allocateDropout(kernels, keep, rows * outputs),
      factor: learned ? { value: tensor(1), gradient: tensor(1) } : factor,
    };
  });
  const widest = Math.max(...network.layers.flatMap(({ inputs, outputs }) => [inputs, outputs]));
  return {
    layers,
    input: tensor(rows * (network.layers[0]?.inputs ?? 0)),
    dz: tensor(rows * widest),
    dh: [tensor(rows * widest), tensor(rows * widest)],
    skip: layers.some(({ role }) => role === 'close') ? tensor(rows * widest) : null,
    rows,
  };
}

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
function accumulate(kernels: Kernels, out: Tensor, values: Tensor, length: number): void {
  const target = kernels.view(out);
  const source = kernels.view(values);
  for (let i = 0; i < length; i += 1) target[i] = (target[i] ?? 0) + (source[i] ?? 0);
}

function copy(kernels: Kernels, out: Tensor, values: Tensor, length: number): void {
  kernels.view(out).set(kernels.view(values).subarray(0, length));
}

const factorOf = (kernels: Kernels, { factor }: Layer): number =>
  typeof factor === 'number' ? factor : (kernels.view(factor.value)[0] ?? 0);

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
  if (norm?.kind === 'batch') normalise(kernels, norm, z, lines, units, training);
  if (norm?.kind === 'layer') normaliseExamples(kernels, norm, z, rows, outputs);
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
 * whether batch normalisation uses this batch's moments or the running ones, and whether activations are dropped.
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

const storeGradient =
  (kernels: Kernels, rows: number): WithWeights =>
  ({ shape, weightGradient }, dz, below) =>
    multiplyWeights(kernels, shape, dz, below, weightGradient, rows);

/** Whether `backward` makes no pause. */
export const isBackwardShort = (kernels: Kernels, { layers }: Network, rows: number): boolean =>
  isShort(
    kernels.build,
    layers.reduce((sum, { shape }) => sum + 2 * rows * flopsPerExample(shape), 0),
  );

/** Dot product of the first `length` elements. */
function dot(kernels: Kernels, a: Tensor, b: Tensor, length: number): number {
  const [x, y] = [kernels.view(a), kernels.view(b)];
  let sum = 0;
  for (let i = 0; i < length; i += 1) sum += (x[i] ?? 0) * (y[i] ?? 0);
  return sum;
}

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

/** What is done with a layer's dC/dz and the output of the layer below, of which dC/dW is the product. */
export type WithWeights = (layer: Layer, dz: Tensor, below: Tensor) => void;

export interface BackwardOptions {
  /** Called with dC/dz of each layer. */
  readonly visit?: ((layer: number, dz: Tensor) => void) | undefined;
  /** Called when a layer's weights are no longer needed; stores dC/dW by default. */
  readonly withWeights?: WithWeights | undefined;
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
    if (norm?.kind === 'batch') normaliseBackward(kernels, norm, dz, lines, shape.units);
    if (norm?.kind === 'layer') {
      normaliseExamplesBackward(kernels, norm, dz, rows, shape.outputs);
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
