/** A sample run: a small network is trained on the spirals in the worker, and saved at four steps. */
import type { Kernels } from '../../engine/kernels.ts';
import { parseQuery } from '../../engine/lab/query.ts';
import { raceLanes } from '../../engine/train/lanes.ts';
import { createTrainer } from '../../engine/train/trainer.ts';
import type { MadeTensor } from '../write/madeTensor.ts';
import type { TrainedStep } from './trainedSteps.ts';

const RUN =
  'lane=he_normal&act=relu&depth=4&width=64&input=spirals&lr=0.03&momentum=0.9&steps=300&seed=3&train_batch=32';

/** Weights and biases after `step` steps, named as in PyTorch's Sequential. */
export function trainedTensors(step: TrainedStep, kernels: Kernels): readonly MadeTensor[] {
  const [lane] = raceLanes(parseQuery(RUN)).lanes;
  if (lane === undefined) return [];
  const start = kernels.mark();
  const trainer = createTrainer(lane, kernels);
  for (let at = 0; at < step; at += 1) trainer.step(at);
  const tensors = trainer.network.layers.flatMap(({ weights, bias, shape }, index) => [
    {
      name: `${2 * index}.weight`,
      shape: [shape.units, shape.fanIn],
      values: Float32Array.from(kernels.view(weights)),
    },
    {
      name: `${2 * index}.bias`,
      shape: [shape.units],
      values: Float32Array.from(kernels.view(bias)),
    },
  ]);
  kernels.release(start);
  return tensors;
}
