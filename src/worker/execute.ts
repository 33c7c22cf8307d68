/** Runs a job as a sequence of replies, with a possible pause after each. */
import type { Kernels } from '../engine/kernels.ts';
import type { Outcome } from '../engine/experiment/propagate.ts';
import { propagate } from '../engine/experiment/propagate.ts';
import { spread } from '../engine/passes/layerSpread.ts';
import type { Histogram, InputId, LayerStats, Summary } from '../engine/types.ts';
import { inputFor } from '../engine/passes/architecture.ts';
import { weightsSample } from '../engine/passes/weightsSample.ts';
import { inspect } from '../engine/train/inspect.ts';
import type { Inspection } from '../engine/train/inspect.ts';
import { train } from '../engine/train/train.ts';
import type { TrainRecord, Trainer } from '../engine/train/trainer.ts';
import type {
  ExperimentJob,
  FromWorker,
  InspectJob,
  Job,
  RaceJob,
  RunsJob,
  SeedBandJob,
  WeightsJob,
} from './protocol.ts';
import type { Sessions } from './sessions.ts';

type Payload = Exclude<
  FromWorker,
  { readonly type: 'ready' | 'pong' | 'cancelled' | 'failed' | 'handedOver' | 'done' }
>;
/** A reply without `lane` and `runId`, which the worker adds. */
export type Part = Payload extends infer P
  ? P extends Payload
    ? Omit<P, 'lane' | 'runId'>
    : never
  : never;

/** `null` is a pause without a reply. */
type Run = Generator<Part | null, Outcome | null, void>;

/**
 * Converts the steps of a run to parts, and returns the run's result. If it is abandoned, so is the run, which then
 * frees its memory or undoes its changes.
 */
function* partsOf<Step, Result>(
  run: Iterator<Step, Result, void>,
  partOf: (step: Step) => Part | null,
): Generator<Part | null, Result, void> {
  try {
    for (let step = run.next(); ; step = run.next()) {
      if (step.done === true) return step.value;
      yield partOf(step.value);
    }
  } finally {
    run.return?.();
  }
}

const pause = (): null => null;

function* experiment({ config, domains }: ExperimentJob, kernels: Kernels): Run {
  const total = config.depth * (config.backward ? 2 : 1);
  let done = 0;
  return yield* partsOf(propagate(config, domains, kernels), (step) => {
    switch (step.type) {
      case 'tick':
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

/** The session keeps its progress: an interrupted race continues, and one that has ended replays its records. */
function* race({ config, from, session: handed }: RaceJob, sessions: Sessions): Run {
  const { session } = sessions.of(config, handed);
  for (let given = from; ;) {
    for (const record of session.taken.slice(given)) {
      given += 1;
      yield { type: 'record', record };
    }
    const outcome = session.outcome();
    if (outcome !== null) {
      // If the race was interrupted right after `ended`, nothing is left to report.
      if (given <= session.taken.length) yield { type: 'ended', outcome };
      return null;
    }
    yield* partsOf(session.advance(), pause);
  }
}

/** Inspects a race at a step. If this thread no longer has that race, it is trained again up to the step. */
function* inspection(
  { config, step, cheap, domains, layers, matrix, maps }: InspectJob,
  sessions: Sessions,
): Run {
  const { session, kernels } = sessions.of(config);
  while (session.at() < step && session.outcome() === null) {
    yield* partsOf(session.advance(), pause);
  }
  const options = { train: config.train, layers, domains, matrix, maps };
  const read = (trainer: Trainer, at: number): ReturnType<typeof inspect> =>
    inspect(trainer, at, options, kernels);
  const visit = session.visit(step, read, cheap);
  yield { type: 'inspected', inspection: yield* partsOf(visit, pause) };
  return null;
}

function* runs({ config, seeds }: RunsJob, kernels: Kernels): Run {
  for (const [index, seed] of seeds.entries()) {
    const records: TrainRecord[] = [];
    const own = { ...config, experiment: { ...config.experiment, seed } };
    const outcome = yield* partsOf(train(own, kernels), (progress) => {
      if (progress.type === 'record') records.push(progress.record);
      return null;
    });
    const run = { seed, records, ...outcome };
    yield { type: 'trained', run, done: index + 1, total: seeds.length };
  }
  return null;
}

/** What jobs need to run. */
export interface Tools {
  /** For jobs whose state ends with them. */
  readonly kernels: Kernels;
  /** For races, which are kept between jobs. */
  readonly sessions: Sessions;
}

/** The input that a job uses. */
export function inputOfJob(job: Job): InputId {
  return inputFor('experiment' in job.config ? job.config.experiment : job.config);
}

/** Starts a job. Abandon it with `return()`, which frees the kernels' memory. */
export function execute(job: Job, { kernels, sessions }: Tools): Run {
  switch (job.kind) {
    case 'race':
      return race(job, sessions);
    case 'inspect':
      return inspection(job, sessions);
    case 'runs':
      return runs(job, kernels);
    case 'experiment':
      return experiment(job, kernels);
    case 'seedBand':
      return seedBand(job, kernels);
    case 'weights':
      return weights(job, kernels);
  }
}

/** The rest of a job after `given` parts. */
export function remainder(job: Job, given: number): Job {
  switch (job.kind) {
    case 'seedBand':
    case 'runs':
      return { ...job, seeds: job.seeds.slice(given) };
    case 'race':
      return { ...job, from: job.from + given };
    default:
      return job;
  }
}

const ofHistogram = ({ counts }: Histogram): ArrayBuffer => counts.buffer;

function ofSummary(summary: Summary | null): readonly ArrayBuffer[] {
  if (summary === null) return [];
  const { shared, own, magnitudes } = summary;
  return [ofHistogram(shared), ofHistogram(own), magnitudes.counts.buffer];
}

/** The rest of a race for another worker, after `given` parts; this one forgets it. */
export function handOver(job: RaceJob, given: number, sessions: Sessions | null): RaceJob {
  const session = sessions?.handOver(job.config) ?? job.session ?? null;
  return { ...job, from: job.from + given, session };
}

/** The buffers of a layer's histograms, to be transferred. */
export function ofLayer(stats: LayerStats | null): readonly ArrayBuffer[] {
  if (stats === null) return [];
  const { weights, preActivations, activations, gradients, weightGradients } = stats;
  return [weights, preActivations, activations, gradients, weightGradients].flatMap(ofSummary);
}

function ofInspection(inspection: Inspection): readonly ArrayBuffer[] {
  const { input, layers, boundary, weights, matrix, mistakes, maps } = inspection;
  return [
    ...ofSummary(input),
    ...(matrix === null ? [] : [matrix.values.buffer]),
    ...layers.flatMap(ofLayer),
    ...(boundary === null ? [] : [boundary.values.buffer]),
    ...(weights ?? []).map(({ values }) => values.buffer),
    ...(mistakes?.shown ?? []).map(({ values }) => values.buffer),
    ...(maps === null ? [] : [maps.maps.buffer, maps.kernels.buffer, maps.picture.values.buffer]),
  ];
}

/** The buffers that are transferred with a part. */
export function transfers(part: Part): readonly ArrayBuffer[] {
  switch (part.type) {
    case 'input':
      return ofSummary(part.input);
    case 'layer':
      return ofLayer(part.stats);
    case 'backward':
      return [part.stats.gradients, part.stats.weightGradients].flatMap(ofSummary);
    case 'weights':
      return part.sample === null ? [] : [part.sample.values.buffer];
    case 'ended':
      // Kept by the session, so it is copied.
      return [];
    case 'inspected':
      return ofInspection(part.inspection);
    case 'trained':
      return [part.run.stepLoss.buffer];
    case 'seedBand':
    case 'record':
      return [];
  }
}
