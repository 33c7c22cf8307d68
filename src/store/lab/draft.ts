/** While a slider moves, a lab too slow to follow it is drawn from fewer examples. */
import { LIMITS } from '../../engine/lab/config.ts';
import { estimateCost } from '../../engine/passes/cost.ts';
import type { ExperimentConfig } from '../../engine/types.ts';
import type { LaneState } from '../state/types.ts';

/** A lab that takes less is computed whole even while a slider moves, in ms. */
const DRAFT_MS = 80;
/** Fewer would leave histograms of few bars. */
const MIN_BATCH = 32;

/** Floating-point operations per ms in the last runs of whole batches; `null` before there is one. */
export function measuredSpeed(lanes: readonly LaneState[]): number | null {
  let [flops, ms] = [0, 0];
  for (const { shown } of lanes) {
    if (shown?.ms == null) continue;
    flops += estimateCost(shown.config).flops;
    ms += shown.ms;
  }
  return ms > 0 ? flops / ms : null;
}

/**
 * The batch of each lane in a draft, a power of two: as many examples as can be computed in DRAFT_MS at `speed`, in
 * operations per ms, on `threads`. The same batches where they are not too many.
 */
export function draftBatches(
  configs: readonly ExperimentConfig[],
  speed: number,
  threads: number,
): readonly number[] {
  const flops = configs.reduce((sum, config) => sum + estimateCost(config).flops, 0);
  const share = (DRAFT_MS * speed * Math.min(threads, configs.length)) / flops;
  return configs.map(({ batch }) => {
    if (share >= 1) return batch;
    const fewer = 2 ** Math.floor(Math.log2(batch * share));
    return Math.min(batch, Math.max(MIN_BATCH, LIMITS.batch.min, fewer));
  });
}
