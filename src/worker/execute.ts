/** A job as a sequence of replies: what the worker runs, with a pause after each of them. */
import type { Kernels } from '../engine/kernels.ts';
import type { Outcome } from '../engine/experiment/propagate.ts';
import { propagate } from '../engine/experiment/propagate.ts';
import { spread } from '../engine/passes/layerSpread.ts';
import type { Histogram, InputId, LayerStats, Summary } from '../engine/types.ts';
import { weightsSample } from '../engine/passes/weightsSample.ts';
import { inspect } from '../engine/train/inspect.ts';
import type { Inspection } from '../engine/train/inspect.ts';
import { train } from '../engine/train/train.ts';
import type { TrainOutcome } from '../engine/train/session.ts';
import type { TrainRecord } from '../engine/train/trainer.ts';
import type {
  ExperimentJob,
  FanJob,
  FanSample,
  FromWorker,
  InspectJob,
  Job,
  RaceJob,
  RunsJob,
  WeightsJob,
} from './protocol.ts';
import type { Sessions } from './sessions.ts';

type Payload = Exclude<FromWorker, { readonly type: 'ready' | 'cancelled' | 'failed' | 'done' }>;
/** A reply without its address, which the worker adds. */
export type Part = Payload extends infer P
  ? P extends Payload
    ? Omit<P, 'lane' | 'runId'>
    : never
  : never;

/** `null` is a pause with nothing to say. */
type Run = Generator<Part | null, Outcome | null, void>;

function* experiment({ config, domains }: ExperimentJob, kernels: Kernels): Run {
  const run = propagate(config, domains, kernels);
  const total = config.depth * (config.backward ? 2 : 1);
  let done = 0;
  try {
    for (let step = run.next(); ; step = run.next()) {
      if (step.done === true) return step.value;
      const { value } = step;
      switch (value.type) {
        case 'tick':
          yield null;
          break;
        case 'input':
          yield value;
          break;
        case 'layer':
          done += 1;
          yield { type: 'layer', stats: value.stats, done, total };
          break;
        case 'backward':
          done += 1;
          yield { type: 'backward', stats: value.stats, done, total };
      }
    }
  } finally {
    run.return(NOTHING);
  }
}

/** What an abandoned run would have returned; nobody reads it. */
const NOTHING: Outcome = {
  output: null,
  loss: null,
  firstNonFiniteLayer: null,
  firstAllZeroLayer: null,
  verdict: { id: 'healthy', reason: { kind: 'keeps', std: 0, factor: 1 } },
  notes: [],
  notices: [],
};

function* fan({ config, seeds }: FanJob, kernels: Kernels): Run {
  let done = 0;
  for (const seed of seeds) {
    const run = spread({ ...config, seed }, kernels);
    let sample: FanSample;
    try {
      for (let step = run.next(); ; step = run.next()) {
        if (step.done === true) {
          sample = { seed, ...step.value };
          break;
        }
        yield null;
      }
    } finally {
      run.return({ activationStd: [], gradientStd: null });
    }
    done += 1;
    yield { type: 'fan', sample, done, total: seeds.length };
  }
  return null;
}

function* weights({ config, layer, limit }: WeightsJob, kernels: Kernels): Run {
  const run = weightsSample(config, layer, limit, kernels);
  try {
    for (let step = run.next(); ; step = run.next()) {
      if (step.done === true) {
        yield { type: 'weights', sample: step.value };
        return null;
      }
      yield null;
    }
  } finally {
    run.return(null);
  }
}

/** The session remembers how far it is: a race that was interrupted goes on, one that is over is told again. */
function* race({ config, from }: RaceJob, sessions: Sessions): Run {
  const { session } = sessions.of(config);
  for (let given = from; ;) {
    for (const record of session.records.slice(given)) {
      given += 1;
      yield { type: 'record', record };
    }
    const outcome = session.outcome();
    if (outcome !== null) {
      // Interrupted right after this, a race has nothing left to say.
      if (given <= session.records.length) yield { type: 'ended', outcome };
      return null;
    }
    for (const _ of session.advance()) yield null;
  }
}

/** A thread that has lost the race runs it again up to the step. */
function* inspection(
  { config, step, domains, layers, matrix }: InspectJob,
  sessions: Sessions,
): Run {
  const { session, kernels } = sessions.of(config);
  while (session.at() < step && session.outcome() === null) {
    for (const _ of session.advance()) yield null;
  }
  const found: Inspection[] = [];
  const visit = session.visit(step, function* (trainer, at) {
    found.push(
      yield* inspect(trainer, at, { train: config.train, layers, domains, matrix }, kernels),
    );
  });
  // Given up half way, the loop lets the visit put the run back where it stood.
  for (const _ of visit) yield null;
  for (const each of found) yield { type: 'inspected', inspection: each };
  return null;
}

function* runs({ config, seeds }: RunsJob, kernels: Kernels): Run {
  for (const [index, seed] of seeds.entries()) {
    const records: TrainRecord[] = [];
    const outcomes: TrainOutcome[] = [];
    const own = { ...config, experiment: { ...config.experiment, seed } };
    const run = (function* () {
      outcomes.push(yield* train(own, kernels));
    })();
    for (const progress of run) {
      if (progress.type === 'record') records.push(progress.record);
      yield null;
    }
    for (const outcome of outcomes) {
      const result = { seed, records, ...outcome };
      yield { type: 'trained', run: result, done: index + 1, total: seeds.length };
    }
  }
  return null;
}

/** What jobs are done with. */
export interface Tools {
  /** For what ends with its job. */
  readonly kernels: Kernels;
  /** For what outlives it. */
  readonly sessions: Sessions;
}

/** The examples a job works on. */
export function inputOfJob(job: Job): InputId {
  return 'experiment' in job.config ? job.config.experiment.input : job.config.input;
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
    case 'fan':
      return fan(job, kernels);
    case 'weights':
      return weights(job, kernels);
  }
}

/** What is left of a job after the parts it has given. */
export function remainder(job: Job, given: number): Job {
  switch (job.kind) {
    case 'fan':
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

export function ofLayer(stats: LayerStats | null): readonly ArrayBuffer[] {
  if (stats === null) return [];
  const { weights, preActivations, activations, gradients, weightGradients } = stats;
  return [weights, preActivations, activations, gradients, weightGradients].flatMap(ofSummary);
}

function ofInspection(inspection: Inspection): readonly ArrayBuffer[] {
  const { input, layers, boundary, weights, matrix } = inspection;
  return [
    ...ofSummary(input),
    ...(matrix === null ? [] : [matrix.values.buffer]),
    ...layers.flatMap(ofLayer),
    ...(boundary === null ? [] : [boundary.values.buffer]),
    ...(weights ?? []).map(({ values }) => values.buffer),
  ];
}

/** The buffers a part hands over. */
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
    case 'fan':
    case 'record':
      return [];
  }
}
