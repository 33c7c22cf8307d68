/** A job as a sequence of replies: what the worker runs, with a pause after each of them. */
import type { Kernels } from '../engine/kernels.ts';
import type { Outcome } from '../engine/propagate.ts';
import { propagate } from '../engine/propagate.ts';
import { spread } from '../engine/spread.ts';
import type { Histogram, LayerStats, Summary } from '../engine/types.ts';
import { weightsSample } from '../engine/weightsSample.ts';
import type { ExperimentJob, FanJob, FanSample, FromWorker, Job, WeightsJob } from './protocol.ts';

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

/** Starts a job. Abandon it with `return()`, which frees the kernels' memory. */
export function execute(job: Job, kernels: Kernels): Run {
  switch (job.kind) {
    case 'experiment':
      return experiment(job, kernels);
    case 'fan':
      return fan(job, kernels);
    case 'weights':
      return weights(job, kernels);
  }
}

/** What is left of a job after the parts it has given; only a fan can be taken up again. */
export function remainder(job: Job, given: number): Job {
  return job.kind === 'fan' ? { ...job, seeds: job.seeds.slice(given) } : job;
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
    case 'fan':
      return [];
  }
}
