/** What the forward and the backward pass share: the tensors, and how one layer's are filled. */
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
  /** Per layer the factors lsuv applied. */
  readonly scales: (readonly number[])[];
}

/** The first `length` elements. */
export const first = (kernels: Kernels, tensor: Tensor, length: number): Tensor =>
  kernels.slice(tensor, 0, length);

/** This layer's weights, drawn (again) into the shared buffer. */
export function* drawWeights(
  { kernels, plan: { config }, buffers, scales }: PassContext,
  shape: LayerPlan,
): Generator<Tick, Tensor, void> {
  const { layer, draw } = shape;
  const weights = first(kernels, buffers.weights, weightCount(shape));
  yield* drawMatrix(kernels, draw, weights, matrixOf(shape), config.seed, layer);
  for (const factor of scales[layer] ?? []) kernels.scale(weights, factor);
  return weights;
}

/** `run(offset, length)` over a tensor, with pauses. */
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

/** This layer's `z [batch × outputs]`. */
export function preActivations(
  { kernels, plan, buffers }: PassContext,
  { layer, outputs }: LayerPlan,
): Tensor {
  const z = buffers.z[layer - 1] ?? buffers.x;
  return first(kernels, z, plan.config.batch * outputs);
}

/** `h = f(z)` rounded, into the shared buffer; z itself for the output layer. */
export function* activations(
  { kernels, plan, buffers }: PassContext,
  layer: LayerPlan,
  z: Tensor,
): Generator<Tick, Tensor, void> {
  if (layer.isOutput) return z;
  const h = first(kernels, buffers.h, z.length);
  const { act, precision } = plan.config;
  yield* stretches(kernels, z, (offset, length) => {
    const part = kernels.slice(h, offset, length);
    kernels.activate(act, kernels.slice(z, offset, length), part);
    kernels.round(part, precision);
  });
  return h;
}
