/**
 * Layer by layer from the last: `dC/dz = dC/dh · f′(z)`, `dC/dW = (dC/dz)ᵀ · h`, `dC/dh = dC/dz · W`. The gradient of a
 * skip connection is added to that of its branch.
 */
import type { Tensor } from '../kernels.ts';
import { weightCount } from './layerShape.ts';
import type { Pass } from './pass.ts';
import type { PassContext } from './layerSteps.ts';
import {
  activations,
  addAround,
  drawWeights,
  first,
  passedOn,
  preActivations,
  stretches,
} from './layerSteps.ts';
import type { Tick } from '../pace.ts';
import { TICK } from '../pace.ts';
import { normColumns } from './plan.ts';
import type { LayerPlan } from './plan.ts';
import { standardizeBackward } from './standardize.ts';
import { backwardProduct, weightProduct } from './products.ts';
import { stream } from '../rng.ts';

/**
 * Fills `dOut`, dC/dz of the output layer or dC/dh of the last hidden layer: with the gradient of the softmax
 * cross-entropy for labelled inputs, returning the loss, otherwise with a unit Gaussian.
 */
export function outputGradient(
  { kernels, plan }: PassContext,
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
 * Turns dC/dh of a layer into dC/dz, through the branch's factor, the activation and the normalization.
 */
function* throughActivation(
  context: PassContext,
  layerPlan: LayerPlan,
  dz: Tensor,
): Generator<Tick, void, void> {
  const { kernels, plan, buffers } = context;
  const { act, precision } = plan.config;
  const { layer, role, factor, norm, isOutput } = layerPlan;
  const z = preActivations(context, layerPlan);
  if (factor !== 1) kernels.scale(dz, factor);
  yield* stretches(kernels, dz, (offset, length) => {
    const part = kernels.slice(dz, offset, length);
    if (!isOutput && role !== 'close') {
      kernels.activateBackward(act, kernels.slice(z, offset, length), part);
    }
    kernels.round(part, precision);
  });
  const inverse = buffers.inverse[layer - 1] ?? null;
  if (norm === 'none' || inverse === null) return;
  const cols = normColumns(layerPlan);
  standardizeBackward(norm, kernels.view(dz), kernels.view(z), cols, kernels.view(inverse));
  kernels.round(dz, precision);
  yield TICK;
}

/** dC/dW of a layer; `null` if the run has no buffer for it. Recomputes the layer's input if it was not kept. */
export function* weightGradient(
  context: PassContext,
  layerPlan: LayerPlan,
  dz: Tensor,
): Generator<Tick, Tensor | null, void> {
  const { kernels, plan, buffers } = context;
  if (buffers.weightGradient === null) return null;
  const { layer } = layerPlan;
  const below = plan.layers[layer - 2];
  const h =
    below === undefined || buffers.skip !== null
      ? passedOn(context, layer - 1)
      : yield* activations(context, below, preActivations(context, below));
  const dWeights = first(kernels, buffers.weightGradient, weightCount(layerPlan));
  yield* weightProduct(kernels, layerPlan, dz, h, dWeights, plan.config.batch);
  return dWeights;
}

/** Yields a `backward` pass per layer. Alternates between `dOut` and `spare`, both `[batch × widest]`. */
export function* backwardPass(
  context: PassContext,
  dOut: Tensor,
  spare: Tensor,
): Generator<Pass, void, void> {
  const { kernels, plan, buffers } = context;
  const { batch, precision } = plan.config;
  let [from, to] = [dOut, spare];
  for (const layerPlan of plan.layers.toReversed()) {
    const { layer, inputs, outputs, role } = layerPlan;
    const dz = first(kernels, from, batch * outputs);
    // A skip connection around a branch of two layers skips both.
    const around = buffers.skip;
    if (around !== null && (role === 'whole' || role === 'close')) {
      kernels.view(first(kernels, around, dz.length)).set(kernels.view(dz));
    }
    yield* throughActivation(context, layerPlan, dz);
    const dWeights = yield* weightGradient(context, layerPlan, dz);
    yield { type: 'backward', plan: layerPlan, dz, dzSummary: null, dWeights };
    if (layer === 1) return;
    const weights = yield* drawWeights(context, layerPlan);
    const dh = first(kernels, to, batch * inputs);
    yield* backwardProduct(kernels, layerPlan, dz, weights, dh, batch);
    if (around !== null && (role === 'whole' || role === 'open')) {
      kernels.round(dh, precision);
      addAround(kernels, dh, 1, first(kernels, around, dh.length));
    }
    kernels.round(dh, precision);
    [from, to] = [to, from];
  }
}
