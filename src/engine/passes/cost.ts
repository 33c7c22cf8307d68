/** Estimates the cost of a run before it starts. */
import { allLayers, architecture } from './architecture.ts';
import { blockCount, rolesOf } from './blocks.ts';
import { flopsPerExample, weightCount } from './layerShape.ts';
import { KEPT_FORWARD } from './plan.ts';
import type { ExperimentConfig } from '../types.ts';

export interface Cost {
  /** Floating-point operations of the products, forward and backward. */
  readonly flops: number;
  /** Peak memory of all tensors. */
  readonly bytes: number;
}

/** A run that needs more memory than this is refused. */
export const MAX_BYTES = 1.5 * 2 ** 30;

/**
 * A product of `[batch × in]` by `[in × out]` costs `2 · batch · in · out` flops, for each place. A layer has one
 * product forward (lsuv two) and two backward, the first layer one. With a backward pass, every layer's
 * pre-activations are kept: depth × batch × width.
 */
export function estimateCost(config: ExperimentConfig): Cost {
  const layout = architecture(config).value;
  const layers = allLayers(layout);
  const { batch, backward } = config;
  const products = layers.map((shape) => batch * flopsPerExample(shape));
  const all = products.reduce((sum, each) => sum + each, 0);
  const forward = config.initializer.id === 'lsuv' ? 2 * all : all;
  const flops = forward + (backward ? 2 * all - (products[0] ?? 0) : 0);

  const most = (sizes: readonly number[]): number => Math.max(...sizes);
  const weights = most(layers.map(weightCount));
  const widest = most(layers.map(({ inputs, outputs }) => Math.max(inputs, outputs)));
  const kept = layers.reduce((sum, { outputs }) => sum + outputs, 0);
  const joined = blockCount(rolesOf(config.block, layout.hidden)) > 0;
  const sums = joined ? (backward ? layers.length : KEPT_FORWARD - 1) * widest : 0;
  const values = (backward ? layout.inputs + kept + 3 * widest : layout.inputs + 2 * widest) + sums;
  const elements = batch * values + weights * (backward ? 2 : 1) + widest;
  return { flops, bytes: elements * (config.precision === 'float64' ? 8 : 4) };
}

/** Whether the run is refused before it starts. */
export const tooLarge = (config: ExperimentConfig): boolean =>
  estimateCost(config).bytes > MAX_BYTES;
