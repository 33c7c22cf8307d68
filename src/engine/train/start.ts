/** The initial parameters of a race: the same draws as in the lab, layer by layer. */
import { drawBias, fillMatrix } from '../weights/drawMatrix.ts';
import type { Kernels } from '../kernels.ts';
import { scaleToUnitVariance } from '../weights/lsuv.ts';
import type { Tick } from '../pace.ts';
import { TICK } from '../pace.ts';
import { multiply } from '../passes/layerProducts.ts';
import { matrixOf } from '../passes/layerShape.ts';
import type { Plan } from '../passes/plan.ts';
import type { Nudge } from '../lab/trainSettings.ts';
import { resetMoments } from './batchNorm.ts';
import { passOn } from './forward.ts';
import type { Network } from './network.ts';

/**
 * Draws every layer; `lsuv` scales each on the first `rows` rows of `network.input`, which must be filled.
 */
export function drawStart(kernels: Kernels, plan: Plan, network: Network, rows: number): void {
  const { seed } = plan.config;
  network.layers.forEach((layer, index) => {
    const { shape, weights, bias, z } = layer;
    const drawn = plan.layers[index];
    if (drawn === undefined) return;
    fillMatrix(kernels, drawn.draw, weights, matrixOf(shape), seed, index + 1);
    if (drawn.weightFactor !== 1) kernels.scale(weights, drawn.weightFactor);
    drawBias(kernels, drawn.biasDraw, bias, seed, index + 1);
    if (drawn.draw.kind !== 'lsuv') return;
    const whole = kernels.slice(z, 0, rows * shape.outputs);
    const input = network.layers[index - 1]?.h ?? network.input;
    const product = function* (): Generator<Tick, void, void> {
      multiply(kernels, shape, input, weights, z, rows);
      kernels.addBias(z, bias, rows * shape.places, shape.units);
      yield TICK;
    };
    for (const _ of product());
    if (drawn.weightFactor !== 0) {
      for (const _ of scaleToUnitVariance(kernels, weights, whole, product));
    }
    passOn(kernels, network, index, rows, true);
    if (layer.norm?.kind === 'batch') resetMoments(kernels, layer.norm);
  });
}

/** Adds the nudge's amount to one weight; does nothing if that weight does not exist. */
export function push(kernels: Kernels, network: Network, nudge: Nudge): void {
  const layer = network.layers[nudge.layer - 1];
  if (layer === undefined) return;
  const { units, fanIn } = layer.shape;
  if (nudge.unit > units || nudge.input > fanIn) return;
  const at = (nudge.unit - 1) * fanIn + nudge.input - 1;
  const weights = kernels.view(layer.weights);
  weights[at] = (weights[at] ?? 0) + nudge.amount;
}

/**
 * Adds the logarithm of each class's share to the output biases, so that a network whose logits are otherwise 0
 * predicts the classes with their frequencies. The first loss is then their entropy instead of ln C (Lin et al. 2017,
 * section 3.3, for one rare class).
 */
export function addPrior(kernels: Kernels, network: Network, shares: readonly number[]): void {
  const output = network.layers.at(-1);
  if (output === undefined) return;
  const bias = kernels.view(output.bias);
  shares.forEach((share, label) => {
    bias[label] = (bias[label] ?? 0) + Math.log(share);
  });
}
