/**
 * One run, as the sequence of tensors it produces: the input, each layer forward, each layer backward.
 * What is measured of them is the consumer's business (propagate.ts, spread.ts).
 */
import type { Kernels, Tensor } from './kernels.ts';
import { scaleToUnitVariance } from './lsuv.ts';
import { drawBias, drawMatrix } from './drawMatrix.ts';
import type { Tick } from './pace.ts';
import { TICK } from './pace.ts';
import { backwardProduct, forwardProduct, weightProduct } from './products.ts';
import { stream } from './rng.ts';
import type { Buffers, LayerPlan, Plan } from './run.ts';
import { allocateBuffers, fillInput } from './run.ts';

/** Tensors are valid until the generator is resumed. */
export type Pass =
  | Tick
  | { readonly type: 'input'; readonly x: Tensor }
  | {
      readonly type: 'forward';
      readonly plan: LayerPlan;
      readonly weights: Tensor;
      readonly bias: Tensor;
      readonly z: Tensor;
      /** The same tensor as `z` for the output layer. */
      readonly h: Tensor;
    }
  | {
      readonly type: 'backward';
      readonly plan: LayerPlan;
      readonly dz: Tensor;
      readonly dWeights: Tensor | null;
    }
  /** Always the last. */
  | {
      readonly type: 'end';
      /** Mean softmax cross-entropy of the batch; `null` without labels. */
      readonly loss: number | null;
      readonly notes: readonly RunNote[];
    };

/** A layer the data give no signal, so that lsuv leaves it orthonormal. */
export interface RunNote {
  readonly code: 'lsuv-no-signal';
  readonly layer: number;
}

export interface PassesOptions {
  readonly weightGradients: boolean;
}

interface Context {
  readonly kernels: Kernels;
  readonly plan: Plan;
  readonly buffers: Buffers;
  /** Per layer the factors lsuv applied. */
  readonly scales: (readonly number[])[];
}

const first = (kernels: Kernels, tensor: Tensor, length: number): Tensor =>
  kernels.slice(tensor, 0, length);

/** This layer's weights, drawn (again) into the shared buffer. */
function* drawWeights(
  { kernels, plan: { config }, buffers, scales }: Context,
  { layer, fanIn, fanOut, draw }: LayerPlan,
): Generator<Tick, Tensor, void> {
  const weights = first(kernels, buffers.weights, fanIn * fanOut);
  yield* drawMatrix(kernels, draw, weights, { rows: fanOut, cols: fanIn }, config.seed, layer);
  for (const factor of scales[layer] ?? []) kernels.scale(weights, factor);
  return weights;
}

/** `h = f(z)` rounded, into the shared buffer; z itself for the output layer. */
function activations({ kernels, plan, buffers }: Context, layer: LayerPlan, z: Tensor): Tensor {
  if (layer.isOutput) return z;
  const h = first(kernels, buffers.h, z.length);
  kernels.activate(plan.config.act, z, h);
  kernels.round(h, plan.config.precision);
  return h;
}

function preActivations({ kernels, plan, buffers }: Context, { layer, fanOut }: LayerPlan): Tensor {
  const z = buffers.z[layer - 1] ?? buffers.x;
  return first(kernels, z, plan.config.batch * fanOut);
}

function* forwardPass(context: Context): Generator<Pass, readonly RunNote[], void> {
  const { kernels, plan, buffers, scales } = context;
  const { batch, precision, seed } = plan.config;
  const notes: RunNote[] = [];
  let h = buffers.x;
  for (const layerPlan of plan.layers) {
    const { layer, fanIn, fanOut, draw, biasDraw } = layerPlan;
    const weights = yield* drawWeights(context, layerPlan);
    const bias = first(kernels, buffers.bias, fanOut);
    drawBias(kernels, biasDraw, bias, seed, layer);
    const biased = biasDraw.kind !== 'constant' || biasDraw.value !== 0;
    const z = preActivations(context, layerPlan);
    const input = h;
    const compute = function* (): Generator<Tick, void, void> {
      yield* forwardProduct(kernels, input, weights, z, batch, fanOut, fanIn);
      if (biased) kernels.addBias(z, bias, batch, fanOut);
      kernels.round(z, precision);
    };
    yield* compute();
    if (draw.kind === 'lsuv') {
      const factors = yield* scaleToUnitVariance(kernels, weights, z, compute);
      scales[layer] = factors ?? [];
      if (factors === null) notes.push({ code: 'lsuv-no-signal', layer });
    }
    h = activations(context, layerPlan, z);
    yield { type: 'forward', plan: layerPlan, weights, bias, z, h };
  }
  return notes;
}

function* backwardPass(context: Context, dOut: Tensor, spare: Tensor): Generator<Pass, void, void> {
  const { kernels, plan, buffers } = context;
  const { act, batch, precision } = plan.config;
  let [from, to] = [dOut, spare];
  for (const layerPlan of plan.layers.toReversed()) {
    const { layer, fanIn, fanOut, isOutput } = layerPlan;
    const dz = first(kernels, from, batch * fanOut);
    if (!isOutput) kernels.activateBackward(act, preActivations(context, layerPlan), dz);
    kernels.round(dz, precision);
    let dWeights: Tensor | null = null;
    if (buffers.weightGradient !== null) {
      const below = plan.layers[layer - 2];
      const h =
        below === undefined
          ? buffers.x
          : activations(context, below, preActivations(context, below));
      dWeights = first(kernels, buffers.weightGradient, fanOut * fanIn);
      yield* weightProduct(kernels, dz, h, dWeights, batch, fanOut, fanIn);
    }
    yield { type: 'backward', plan: layerPlan, dz, dWeights };
    if (layer === 1) return;
    const weights = yield* drawWeights(context, layerPlan);
    const dh = first(kernels, to, batch * fanIn);
    yield* backwardProduct(kernels, dz, weights, dh, batch, fanOut, fanIn);
    kernels.round(dh, precision);
    [from, to] = [to, from];
  }
}

/** Softmax cross-entropy for labelled inputs, else a unit Gaussian put on the output. */
function outputGradient(
  { kernels, plan }: Context,
  dOut: Tensor,
  labels: Uint8Array | null,
  logits: Tensor,
): number | null {
  const { batch, seed } = plan.config;
  if (labels === null) {
    kernels.fillNormal(dOut, stream(seed, 0, 'outputGradient'), 0, 1);
    return null;
  }
  return kernels.softmaxCrossEntropy(logits, labels, dOut, batch, logits.length / batch).loss;
}

/**
 * Runs a plan. Weights are drawn again going backward, not kept; without a backward pass memory does
 * not depend on depth. All memory is released when the generator ends, throws or is abandoned with
 * `return()`, which a `for … of` does. Throws OutOfMemory.
 */
export function* passes(
  plan: Plan,
  kernels: Kernels,
  options: PassesOptions,
): Generator<Pass, void, void> {
  const start = kernels.mark();
  try {
    const buffers = allocateBuffers(kernels, plan, options.weightGradients);
    const context: Context = { kernels, plan, buffers, scales: [] };
    const labels = fillInput(kernels, plan.config, buffers.x);
    yield { type: 'input', x: buffers.x };
    yield TICK;
    const notes = yield* forwardPass(context);

    let loss: number | null = null;
    const last = plan.layers.at(-1);
    if (buffers.gradients !== null && last !== undefined) {
      const [dOut, spare] = buffers.gradients;
      const size = plan.config.batch * last.fanOut;
      const logits = preActivations(context, last);
      loss = outputGradient(context, first(kernels, dOut, size), labels, logits);
      if (plan.config.backward) yield* backwardPass(context, dOut, spare);
    }
    yield { type: 'end', loss, notes };
  } finally {
    kernels.release(start);
  }
}
