import { estimateCost } from '../engine/passes/cost.ts';
import { estimateRace } from '../engine/train/cost.ts';
import type { ExperimentConfig } from '../engine/types.ts';
import type { Run } from './runTable.ts';

/** Smaller runs end before sharing pays: about 5 ms, or, if the other worker has to be started first, 100 ms. */
const MIN_FLOPS = { ready: 1e8, absent: 3e9 } as const;
/**
 * A worker starts on a core that the page may need. An experiment of this size takes about 40 ms, as long as the start;
 * of races, which are played in 10 s, one worker computes four of this size in less.
 */
const MIN_FLOPS_FOR_WORKER = { experiment: 1e9, race: 5e9 } as const;
/** Each half keeps all values, and up to as much is on its way between them. */
const MAX_BYTES = 2 ** 27;

/** Whether two workers finish an experiment sooner than one; `ready`: whether the second is there. */
export function isWorthSharing(config: ExperimentConfig, ready: boolean): boolean {
  const { flops, bytes } = estimateCost(config);
  return flops >= MIN_FLOPS[ready ? 'ready' : 'absent'] && bytes <= MAX_BYTES;
}

/** Whether a job is large enough to start a worker for it, if another one is there. */
export function isWorthStarting(job: Run['job']): boolean {
  if (job.kind === 'experiment') {
    return estimateCost(job.config).flops >= MIN_FLOPS_FOR_WORKER.experiment;
  }
  return job.kind !== 'race' || estimateRace(job.config).flops >= MIN_FLOPS_FOR_WORKER.race;
}
