/** Layer by layer from the last, `dC/dz = dC/dh · f′(z)`, `dC/dW = (dC/dz)ᵀ · h`, `dC/dh = dC/dz · W`. */
import type { Tensor } from '../kernels.ts';
import { weightCount } from './layerShape.ts';
import type { Pass } from './pass.ts';
import type { PassContext } from './layerSteps.ts';
import { activations, drawWeights, first, preActivations, stretches } from './layerSteps.ts';
import { backwardProduct, weightProduct } from './products.ts';
import { stream } from '../rng.ts';

/**
 * Fills `dOut`, dC/dz of the output layer or dC/dh of the last hidden one: softmax cross-entropy for
 * labelled inputs, whose loss it returns, else a unit Gaussian.
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

/** Yields a `backward` pass per layer. `dOut` and `spare` are used in turn, both `[batch × widest]`. */
export function* backwardPass(
  context: PassContext,
  dOut: Tensor,
  spare: Tensor,
): Generator<Pass, void, void> {
  const { kernels, plan, buffers } = context;
  const { act, batch, precision } = plan.config;
  let [from, to] = [dOut, spare];
  for (const layerPlan of plan.layers.toReversed()) {
    const { layer, inputs, outputs, isOutput } = layerPlan;
    const dz = first(kernels, from, batch * outputs);
    const z = preActivations(context, layerPlan);
    yield* stretches(kernels, dz, (offset, length) => {
      const part = kernels.slice(dz, offset, length);
      if (!isOutput) kernels.activateBackward(act, kernels.slice(z, offset, length), part);
      kernels.round(part, precision);
    });
    let dWeights: Tensor | null = null;
    if (buffers.weightGradient !== null) {
      const below = plan.layers[layer - 2];
      const h =
        below === undefined
          ? buffers.x
          : yield* activations(context, below, preActivations(context, below));
      dWeights = first(kernels, buffers.weightGradient, weightCount(layerPlan));
      yield* weightProduct(kernels, layerPlan, dz, h, dWeights, batch);
    }
    yield { type: 'backward', plan: layerPlan, dz, dWeights };
    if (layer === 1) return;
    const weights = yield* drawWeights(context, layerPlan);
    const dh = first(kernels, to, batch * inputs);
    yield* backwardProduct(kernels, layerPlan, dz, weights, dh, batch);
    kernels.round(dh, precision);
    [from, to] = [to, from];
  }
}
