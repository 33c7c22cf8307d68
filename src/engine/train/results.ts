/** The training results file, `init-lab/training@1`, as printed by the script. */
import type { Kernels } from '../kernels.ts';
import { loadInputs } from '../data/generate.ts';
import { finish } from '../pace.ts';
import type { Tick } from '../pace.ts';
import { fileConfig, fileNumber } from '../experiment/results.ts';
import type { TrainConfig } from './config.ts';
import { printTrain } from '../lab/trainSettings.ts';
import type { TrainOutcome } from './session.ts';
import { train } from './train.ts';
import type { TrainRecord } from './trainer.ts';

export interface TrainRun extends TrainOutcome {
  readonly seed: number;
  readonly records: readonly TrainRecord[];
}

/** Fetches the examples that the lanes need; call it before runTraining. */
export const loadRace = (lanes: readonly TrainConfig[]): Promise<void> =>
  loadInputs(lanes.map(({ experiment }) => experiment.input));

/** Trains one lane from one seed. */
export function* trainingRun(
  config: TrainConfig,
  kernels: Kernels,
): Generator<Tick, TrainRun, void> {
  const records: TrainRecord[] = [];
  const run = train(config, kernels);
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) return { ...step.value, seed: config.experiment.seed, records };
    if (step.value.type === 'record') records.push(step.value.record);
    else yield step.value;
  }
}

/** Trains one lane from one seed, without pauses. */
export const runTraining = (config: TrainConfig, kernels: Kernels): TrainRun =>
  finish(trainingRun(config, kernels));

function fileRun({ seed, learnedAt, divergedAt, records }: TrainRun) {
  return {
    seed,
    learnedAt,
    divergedAt,
    steps: records.map(({ step }) => step),
    loss: records.map(({ loss }) => fileNumber(loss)),
    accuracy: records.map(({ accuracy }) => fileNumber(accuracy)),
    firstLayerGradient: records.map((record) => fileNumber(record.firstLayerGradient)),
    distinctUnits: records.map(({ distinctUnits }) => distinctUnits),
  };
}

/** The contents of the file; `runs[i]` are the runs of `lanes[i]`. */
export function trainingFile(
  lanes: readonly TrainConfig[],
  runs: readonly (readonly TrainRun[])[],
) {
  return {
    format: 'init-lab/training@1',
    lanes: lanes.map(({ experiment, train: settings }, index) => ({
      config: {
        ...fileConfig(experiment),
        lr: settings.lr,
        steps: settings.steps,
        momentum: settings.momentum,
        train_batch: settings.trainBatch,
        rescue: settings.rescues.join(','),
        keep: settings.keep,
        imbalance: settings.imbalance,
        prior_bias: settings.priorBias ? 1 : 0,
        nudge: new Map(printTrain(settings)).get('nudge') ?? '',
      },
      runs: (runs[index] ?? []).map(fileRun),
    })),
  };
}
