/** One run of one lane, from its start to its last step. */
import type { Kernels } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { TICK } from '../pace.ts';
import type { TrainConfig } from './config.ts';
import type { TrainRecord } from './trainer.ts';
import { createTrainer } from './trainer.ts';

/** Steps between two records. */
export const RECORD_EVERY = 50;
/** A network has learned when it is right on this share of the test examples. */
export const LEARNED = 0.95;

export type TrainProgress = Tick | { readonly type: 'record'; readonly record: TrainRecord };

export interface TrainOutcome {
  /** The first recorded step with at least LEARNED right; `null` if there was none. */
  readonly learnedAt: number | null;
  /** The first step whose loss was not finite; training ends there. */
  readonly divergedAt: number | null;
  /** Loss of every mini-batch, before its update. */
  readonly stepLoss: Float32Array<ArrayBuffer>;
}

/**
 * Trains and records step 0, every RECORD_EVERY steps and the last. Abandon it with `return()`, which
 * frees the kernels' memory. Throws OutOfMemory.
 */
export function* train(
  config: TrainConfig,
  kernels: Kernels,
): Generator<TrainProgress, TrainOutcome, void> {
  const start = kernels.mark();
  try {
    const trainer = createTrainer(config, kernels);
    const { steps } = config.train;
    const stepLoss = new Float32Array(steps);
    let learnedAt: number | null = null;
    for (let step = 0; ; step += 1) {
      if (step % RECORD_EVERY === 0 || step === steps) {
        const record = trainer.record(step);
        yield { type: 'record', record };
        if (learnedAt === null && record.accuracy >= LEARNED) learnedAt = step;
        if (!Number.isFinite(record.loss)) {
          return { learnedAt, divergedAt: step, stepLoss: stepLoss.slice(0, step) };
        }
      }
      if (step === steps) return { learnedAt, divergedAt: null, stepLoss };
      const loss = trainer.step(step);
      stepLoss[step] = loss;
      if (!Number.isFinite(loss)) {
        return { learnedAt, divergedAt: step, stepLoss: stepLoss.slice(0, step) };
      }
      yield TICK;
    }
  } finally {
    kernels.release(start);
  }
}
