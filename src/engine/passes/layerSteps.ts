/** Shared by the forward and the backward pass: the tensors, and how those of a layer are filled. */
import { drawMatrix } from '../weights/drawMatrix.ts';
import type { Kernels, Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { TICK, elementsPerSlice } from '../pace.ts';
import { matrixOf, weightCount } from './layerShape.ts';
import type { Buffers, LayerPlan, Plan } from './plan.ts';

export interface PassContext {
  readonly kernels: Kernels;
  readonly plan: Plan;
  readonly buffers: Buffers;
  /** At index `layer`, the factors that lsuv applied to its weights. */
  readonly scales: (readonly number[])[];
  /** What another thread contributes to the forward pass; `null` if there is none. */
  readonly partner: Partner | null;
}

/** What another thread contributes to the forward pass (computeHalf.ts). */
export interface Partner {
  /** How many examples, the first ones, are computed here. */
  readonly examples: number;
  /** Fills `weights` with a layer's weights as drawn, before lsuv scales them. */
  readonly fillWeights: (context: PassContext, weights: Tensor) => Generator<Tick, void, void>;
  /** Fills in what is needed of the other examples' pre-activations, after the last layer. */
  readonly fillRest: (context: PassContext) => Generator<Tick, void, void>;
}

/** The first `length` elements. */
export const first = (kernels: Kernels, tensor: Tensor, length: number): Tensor =>
  kernels.slice(tensor, 0, length);

/** Draws (or redraws) this layer's weights `[units × fanIn]` into the shared buffer. */
export function* drawWeights(
  { kernels, plan: { config }, buffers, scales }: PassContext,
  shape: LayerPlan,
): Generator<Tick, Tensor, void> {
  const { layer, draw, weightFactor } = shape;
  const weights = first(kernels, buffers.weights, weightCount(shape));
  yield* drawMatrix(kernels, draw, weights, matrixOf(shape), config.seed, layer);
  if (weightFactor !== 1) kernels.scale(weights, weightFactor);
  for (const factor of scales[layer] ?? []) kernels.scale(weights, factor);
  return weights;
}

/** Calls `run(offset, length)` on consecutive slices of a tensor, with pauses. */
export function* stretches(
  kernels: Kernels,
  tensor: Tensor,
  run: (offset: number, length: number) => void,
): Generator<Tick, void, void> {
  const most = elementsPerSlice(kernels.build, tensor.type);
  for (let offset = 0; offset < tensor.length; offset += most) {
    run(offset, Math.min(most, tensor.length - offset));
    yield TICK;
  }
}

/** This layer's `z [batch × outputs]`, after normalization if the layer has it. */
export function preActivations(
  { kernels, plan, buffers }: PassContext,
  { layer, outputs }: LayerPlan,
): Tensor {
  const z = buffers.z[layer - 1] ?? buffers.x;
  return first(kernels, z, plan.config.batch * outputs);
}

/** The buffer of the output of `layer`, `[batch × outputs]`; the input for layer 0. */
export function passedOn({ kernels, plan, buffers }: PassContext, layer: number): Tensor {
  const { outputs } = plan.layers[layer - 1] ?? { outputs: plan.architecture.inputs };
  const h = layer === 0 ? buffers.x : (buffers.h[layer - 1] ?? buffers.x);
  return first(kernels, h, plan.config.batch * outputs);
}

/** `out ← factor · out + around`, elementwise. */
export function addAround(kernels: Kernels, out: Tensor, factor: number, around: Tensor): void {
  const target = kernels.view(out);
  const source = kernels.view(around);
  for (let i = 0; i < target.length; i += 1) {
    target[i] = factor * (target[i] ?? 0) + (source[i] ?? 0);
  }
}

/**
 * Computes the layer's output, by its role, rounded, into its buffer; returns z itself for the output layer. Residual
 * sums read the outputs of the layers below from their buffers.
 */
export function* activations(
  context: PassContext,
  layerPlan: LayerPlan,
  z: Tensor,
): Generator<Tick, Tensor, void> {
  const { kernels, plan } = context;
  const { layer, role, factor, isOutput } = layerPlan;
  if (isOutput) return z;
  const h = passedOn(context, layer);
  const around = passedOn(context, role === 'close' ? layer - 2 : layer - 1);
  const { act, precision } = plan.config;
  yield* stretches(kernels, z, (offset, length) => {
    const part = kernels.slice(h, offset, length);
    const from = kernels.slice(z, offset, length);
    if (role === 'close') kernels.view(part).set(kernels.view(from));
    else kernels.activate(act, from, part);
    if (role === 'whole' || role === 'close') {
      kernels.round(part, precision);
      addAround(kernels, part, factor, kernels.slice(around, offset, length));
    }
    kernels.round(part, precision);
  });
  return h;
}
