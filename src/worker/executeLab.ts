/** Runs the lab's jobs. The code of all others is loaded when the first of them comes. */
import type { Outcome, Progress } from '../engine/experiment/propagate.ts';
import { propagate } from '../engine/experiment/propagate.ts';
import type { Kernels } from '../engine/kernels.ts';
import type { Tick } from '../engine/pace.ts';
import { spread } from '../engine/passes/layerSpread.ts';
import { weightsSample } from '../engine/passes/weightsSample.ts';
import type { ExperimentConfig } from '../engine/types.ts';
import type { Run } from './parts.ts';
import { partsOf, pause } from './parts.ts';
import type { ExperimentJob, LabJob, SeedBandJob, WeightsJob } from './protocol.ts';

/** The replies of a run of `config`; `onTick` is called at each of its ticks. */
export function* layerParts(
  { depth, backward }: ExperimentConfig,
  run: Generator<Progress, Outcome, void>,
  onTick: (tick: Tick) => void,
): Run {
  const total = depth * (backward ? 2 : 1);
  let done = 0;
  return yield* partsOf(run, (step) => {
    switch (step.type) {
      case 'tick':
        onTick(step);
        return null;
      case 'input':
        return step;
      case 'layer':
        done += 1;
        return { type: 'layer', stats: step.stats, done, total };
      case 'backward':
        done += 1;
        return { type: 'backward', stats: step.stats, done, total };
    }
  });
}

const experiment = ({ config, domains }: ExperimentJob, kernels: Kernels): Run =>
  layerParts(config, propagate(config, domains, kernels), pause);

function* seedBand({ config, seeds }: SeedBandJob, kernels: Kernels): Run {
  for (const [index, seed] of seeds.entries()) {
    const found = yield* partsOf(spread({ ...config, seed }, kernels), pause);
    const sample = { seed, ...found };
    yield { type: 'seedBand', sample, done: index + 1, total: seeds.length };
  }
  return null;
}

function* weights({ config, layer, limit }: WeightsJob, kernels: Kernels): Run {
  const sample = yield* partsOf(weightsSample(config, layer, limit, kernels), pause);
  yield { type: 'weights', sample };
  return null;
}

/** Starts a job. Abandon it with `return()`, which frees the kernels' memory. */
export function executeLab(job: LabJob, kernels: Kernels): Run {
  switch (job.kind) {
    case 'experiment':
      return experiment(job, kernels);
    case 'seedBand':
      return seedBand(job, kernels);
    case 'weights':
      return weights(job, kernels);
  }
}
