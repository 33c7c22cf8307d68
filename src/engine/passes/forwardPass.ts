/**
 * Layer by layer: `z = h · Wᵀ + b`, normalization if the net has it, and `h = f(z)` or the sum of the residual block.
 */
import { drawBias } from '../weights/drawMatrix.ts';
import { scaleToUnitVariance } from '../weights/lsuv.ts';
import type { Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { TICK } from '../pace.ts';
import { weightCount } from './layerShape.ts';
import type { Pass, RunNote } from './pass.ts';
import type { PassContext } from './layerSteps.ts';
import { activations, drawWeights, first, preActivations } from './layerSteps.ts';
import { normColumns } from './plan.ts';
import type { LayerPlan } from './plan.ts';
import { forwardProduct } from './products.ts';
import { standardize } from './standardize.ts';

function* weightsFor(context: PassContext, shape: LayerPlan): Generator<Tick, Tensor, void> {
  const { kernels, buffers, partner } = context;
  if (partner === null) return yield* drawWeights(context, shape);
  const weights = first(kernels, buffers.weights, weightCount(shape));
  yield* partner.fillWeights(context, weights);
  return weights;
}

/** `z ← h · Wᵀ + b`, rounded, for `examples` rows of h and z. */
export function* affine(
  { kernels, plan: { config } }: PassContext,
  shape: LayerPlan,
  h: Tensor,
  { weights, bias }: { readonly weights: Tensor; readonly bias: Tensor },
  z: Tensor,
  examples: number,
): Generator<Tick, void, void> {
  const { biasDraw, places, units } = shape;
  const biased = biasDraw.kind !== 'constant' || biasDraw.value !== 0;
  yield* forwardProduct(kernels, shape, h, weights, z, examples);
  if (biased) kernels.addBias(z, bias, examples * places, units);
  kernels.round(z, config.precision);
}

/** Yields a `forward` pass per layer; returns notes about single layers. */
export function* forwardPass(context: PassContext): Generator<Pass, readonly RunNote[], void> {
  const { kernels, plan, buffers, scales } = context;
  const { batch, precision, seed } = plan.config;
  const notes: RunNote[] = [];
  let h = buffers.x;
  for (const layerPlan of plan.layers) {
    const { layer, units, draw, biasDraw, norm, weightFactor } = layerPlan;
    const weights = yield* weightsFor(context, layerPlan);
    const bias = first(kernels, buffers.bias, units);
    drawBias(kernels, biasDraw, bias, seed, layer);
    const z = preActivations(context, layerPlan);
    const input = h;
    const compute = (): Generator<Tick, void, void> =>
      affine(context, layerPlan, input, { weights, bias }, z, batch);
    yield* compute();
    // A layer with zero weights has no signal to scale to variance 1.
    if (draw.kind === 'lsuv' && weightFactor !== 0) {
      const { factors, outcome } = yield* scaleToUnitVariance(kernels, weights, z, compute);
      scales[layer] = factors;
      if (outcome !== 'reached') notes.push({ code: `lsuv-${outcome}`, layer });
    }
    const inverse = buffers.inverse[layer - 1] ?? null;
    if (norm !== 'none' && inverse !== null) {
      standardize(norm, kernels.view(z), normColumns(layerPlan), kernels.view(inverse));
      kernels.round(z, precision);
      yield TICK;
    }
    h = yield* activations(context, layerPlan, z);
    const factors = scales[layer] ?? [];
    yield { type: 'forward', plan: layerPlan, weights, factors, bias, z, zSummary: null, h };
  }
  return notes;
}
