import type { Kernels } from '../kernels.ts';
import { parseQuery } from '../lab/query.ts';
import { raceLanes } from '../train/lanes.ts';
import { createTrainer } from '../train/trainer.ts';

export interface Extremes {
  /** Largest |∂C/∂W| of all layers over all steps. */
  readonly gradient: number;
  /** Largest output bias, in absolute value, after them. */
  readonly bias: number;
}

const largest = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Trains the first lane of a race to its last step. */
export function extremesOf(query: string, kernels: Kernels): Extremes {
  const [lane] = raceLanes(parseQuery(query, 'race')).lanes;
  if (lane === undefined) return { gradient: Number.NaN, bias: Number.NaN };
  const trainer = createTrainer(lane, kernels);
  const { layers } = trainer.network;
  let gradient = 0;
  for (let step = 0; step < lane.train.steps; step += 1) {
    // A step alone need not store them.
    trainer.gradients(step);
    for (const each of layers)
      gradient = Math.max(gradient, largest(kernels.view(each.weightGradient)));
    trainer.step(step);
  }
  const output = layers.at(-1);
  return { gradient, bias: output === undefined ? Number.NaN : largest(kernels.view(output.bias)) };
}
