/** Estimates the cost of a race before it starts. */
import { allLayers, architecture } from '../passes/architecture.ts';
import { flopsPerExample, weightCount } from '../passes/layerShape.ts';
import type { Cost } from '../passes/cost.ts';
import { MAX_BYTES } from '../passes/cost.ts';
import type { TrainConfig } from './config.ts';
import { testSize } from './testSet.ts';

/**
 * A step costs three products of `2 · batch · places · units · fan-in` flops per layer. Memory holds parameters,
 * gradients and, with momentum, velocities, pre-activations and activations for the larger of mini-batch and test set,
 * and two copies of what a step changes, the least number of checkpoints.
 */
export function estimateRace({ experiment, train }: TrainConfig): Cost {
  const layout = architecture(experiment).value;
  const layers = allLayers(layout);
  const weights = layers.reduce((sum, shape) => sum + weightCount(shape), 0);
  const flops = layers.reduce((sum, shape) => sum + flopsPerExample(shape), 0);
  const kept = layers.reduce((sum, { outputs }) => sum + outputs, 0);
  const widest = Math.max(layout.inputs, ...layers.map(({ outputs }) => outputs));
  const rows = Math.max(train.trainBatch, testSize(experiment.input));
  const normalized = (experiment.norm === 'none' ? 0 : kept) + (train.keep < 1 ? kept : 0);
  const around = experiment.block === 'residual2' ? widest : 0;
  const copies = train.momentum === 0 ? 4 : 7;
  return {
    flops: 3 * train.trainBatch * flops * train.steps,
    bytes:
      4 * (copies * weights + rows * (layout.inputs + 2 * kept + normalized + around + 3 * widest)),
  };
}

/** Whether the race is refused before it starts. */
export const raceTooLarge = (config: TrainConfig): boolean =>
  estimateRace(config).bytes > MAX_BYTES;

/**
 * Training speed of one core with everything a race does beside its steps. Measured at 3 GHz with the relaxed-SIMD
 * build: 15e9 with layers of 32 units, 18e9 of 64, 33e9 of 256.
 */
const FLOPS_PER_SECOND = 18e9;

/** Estimated seconds that a race takes on `cores` cores, with every lane from every seed. */
export function raceSeconds(lanes: readonly TrainConfig[], seeds: number, cores: number): number {
  const flops = lanes.map((lane) => estimateRace(lane).flops);
  const all = seeds * flops.reduce((sum, lane) => sum + lane, 0);
  // A single run uses one core.
  return Math.max(secondsOf(all, cores), secondsOf(Math.max(...flops), 1));
}

/** Estimated seconds for `flops` floating-point operations, shared over `cores` cores. */
export const secondsOf = (flops: number, cores: number): number => flops / cores / FLOPS_PER_SECOND;
