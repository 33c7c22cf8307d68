/** Everything that crosses the thread boundary: plain data and typed arrays. */
import type { Kernels } from '../engine/kernels.ts';
import type { BackwardStats } from '../engine/experiment/backwardStats.ts';
import type { Outcome } from '../engine/experiment/propagate.ts';
import type { Spread } from '../engine/passes/layerSpread.ts';
import type { TrainConfig } from '../engine/train/config.ts';
import type { Inspection } from '../engine/train/inspect.ts';
import type { TrainRun } from '../engine/train/results.ts';
import type { SessionState, TrainOutcome } from '../engine/train/session.ts';
import type { TrainRecord } from '../engine/train/trainer.ts';
import type { Domains, ExperimentConfig, LayerStats, Summary } from '../engine/types.ts';
import type { WeightsSample } from '../engine/passes/weightsSample.ts';

/** Which column on the screen a job belongs to: 0, 1, … */
export type Lane = number;
/** Increases with every request of a client; never reused. */
export type RunId = number;

export interface ExperimentJob {
  readonly kind: 'experiment';
  readonly config: ExperimentConfig;
  readonly domains: Domains;
}

/** One half of an experiment shared by two workers (engine/passes/measureHalf.ts): it sends all the replies. */
export interface MeasureJob {
  readonly kind: 'measure';
  readonly config: ExperimentConfig;
  readonly domains: Domains;
  /** Leads to the worker of the ComputeJob. */
  readonly port: MessagePort;
}

/** The other half (engine/passes/computeHalf.ts); only its end is reported. */
export interface ComputeJob {
  readonly kind: 'compute';
  readonly config: ExperimentConfig;
  readonly domains: Domains;
  readonly port: MessagePort;
}

/** The same lane from many seeds: only the spread of every layer comes back. */
export interface SeedBandJob {
  readonly kind: 'seedBand';
  readonly config: ExperimentConfig;
  readonly seeds: readonly number[];
}

/** One layer's weight matrix, for the heat map: at most `limit` rows and columns, evenly sampled. */
export interface WeightsJob {
  readonly kind: 'weights';
  readonly config: ExperimentConfig;
  readonly layer: number;
  readonly limit: number;
}

/** One race of one lane; its thread keeps it for InspectJobs. */
export interface RaceJob {
  readonly kind: 'race';
  readonly config: TrainConfig;
  /** Number of records that the page already has. */
  readonly from: number;
  /** The race as another worker handed it over. */
  readonly session?: SessionState | null;
}

/** A race as it was at a step. */
export interface InspectJob {
  readonly kind: 'inspect';
  readonly config: TrainConfig;
  readonly step: number;
  /**
   * Allows a slightly earlier step, if that avoids repeating training steps, and a coarser boundary of a large network.
   */
  readonly cheap: boolean;
  readonly domains: Domains;
  /** Whether to include the summaries of every layer. */
  readonly layers: boolean;
  /** Includes this layer's weights, at most `limit` rows and columns. */
  readonly matrix: { readonly layer: number; readonly limit: number } | null;
  /** Includes the kernels of this layer, and its feature maps of this test example. */
  readonly maps: { readonly layer: number; readonly example: number } | null;
}

/** The same race from many seeds, one after the other. */
export interface RunsJob {
  readonly kind: 'runs';
  readonly config: TrainConfig;
  readonly seeds: readonly number[];
}

export type LabJob = ExperimentJob | SeedBandJob | WeightsJob;
export type Job = LabJob | RaceJob | InspectJob | RunsJob;
export type HalfJob = MeasureJob | ComputeJob;
export type WorkerJob = Job | HalfJob;
/** Jobs that consist of seeds and are split over the pool. */
export type SeedsJob = SeedBandJob | RunsJob;

export type ToWorker =
  /** To a thread that is started before the program has come: it loads the kernels itself and warms up. */
  | { readonly type: 'load' }
  | {
      readonly type: 'start';
      /** The compiled kernels, shared by the pool; `null` for the reference kernels. */
      readonly module: WebAssembly.Module | null;
      readonly build: Kernels['build'];
      /** Whether to warm up until the first job arrives. */
      readonly warm: boolean;
    }
  | { readonly type: 'run'; readonly lane: Lane; readonly runId: RunId; readonly job: WorkerJob }
  | { readonly type: 'cancel'; readonly runId: RunId }
  /** Ends a race in this worker, which answers with the rest of it for another one. */
  | { readonly type: 'handOver'; readonly runId: RunId }
  /** Asks how far it counts between two moments, and nothing else (countBetween.ts). */
  | { readonly type: 'count'; readonly from: number; readonly until: number }
  /** Asks for a `pong`. */
  | { readonly type: 'ping' };

/** One seed's answer to a SeedBandJob. */
export interface SeedSample extends Spread {
  readonly seed: number;
}

/** `not-loaded`: the thread's file could not be fetched. */
export interface RunError {
  readonly code: 'out-of-memory' | 'no-data' | 'no-threads' | 'not-loaded' | 'crashed' | 'internal';
  readonly detail: string;
}

interface OfRun {
  readonly lane: Lane;
  readonly runId: RunId;
}

/** One message to the page: all that has accumulated since the last one, in order. */
export type FromWorkerBatch = readonly FromWorker[];

export type FromWorker =
  /** The answer to `load`. */
  | {
      readonly type: 'kernels';
      readonly module: WebAssembly.Module | null;
      readonly build: Kernels['build'];
    }
  | { readonly type: 'ready'; readonly build: Kernels['build'] }
  | { readonly type: 'pong' }
  /** The answer to `count`. */
  | { readonly type: 'counted'; readonly until: number; readonly count: number }
  | (OfRun & { readonly type: 'input'; readonly input: Summary })
  | (OfRun & {
      readonly type: 'layer';
      readonly done: number;
      readonly total: number;
      readonly stats: LayerStats;
    })
  | (OfRun & {
      readonly type: 'backward';
      readonly done: number;
      readonly total: number;
      readonly stats: BackwardStats;
    })
  | (OfRun & {
      readonly type: 'seedBand';
      readonly done: number;
      readonly total: number;
      readonly sample: SeedSample;
    })
  | (OfRun & { readonly type: 'record'; readonly record: TrainRecord })
  | (OfRun & { readonly type: 'ended'; readonly outcome: TrainOutcome })
  | (OfRun & { readonly type: 'inspected'; readonly inspection: Inspection })
  | (OfRun & {
      readonly type: 'trained';
      readonly done: number;
      readonly total: number;
      readonly run: TrainRun;
    })
  | (OfRun & { readonly type: 'weights'; readonly sample: WeightsSample | null })
  | (OfRun & { readonly type: 'done'; readonly ms: number; readonly outcome: Outcome | null })
  | (OfRun & { readonly type: 'cancelled' })
  | (OfRun & { readonly type: 'handedOver'; readonly rest: RaceJob })
  | (OfRun & { readonly type: 'failed'; readonly error: RunError });

/** Messages about a run. */
export type Reply = Exclude<
  FromWorker,
  { readonly type: 'kernels' | 'ready' | 'pong' | 'counted' | 'handedOver' }
>;
