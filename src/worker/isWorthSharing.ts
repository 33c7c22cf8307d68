import { estimateCost } from '../engine/passes/cost.ts';
import type { ExperimentConfig } from '../engine/types.ts';

/** Smaller runs end before sharing pays: about 5 ms, or, if the other worker has to be started first, 100 ms. */
const MIN_FLOPS = { ready: 1e8, absent: 3e9 } as const;
/** About 40 ms: starting a worker takes as long, on a core that the page may need. */
const MIN_FLOPS_FOR_WORKER = 1e9;
/** Each half keeps all values, and up to as much is on its way between them. */
const MAX_BYTES = 2 ** 27;

/** Whether two workers finish an experiment sooner than one; `ready`: whether the second is there. */
export function isWorthSharing(config: ExperimentConfig, ready: boolean): boolean {
  const { flops, bytes } = estimateCost(config);
  return flops >= MIN_FLOPS[ready ? 'ready' : 'absent'] && bytes <= MAX_BYTES;
}

/** Whether an experiment is large enough to start a worker for it, if another one is there. */
export const isWorthStarting = (config: ExperimentConfig): boolean =>
  estimateCost(config).flops >= MIN_FLOPS_FOR_WORKER;
