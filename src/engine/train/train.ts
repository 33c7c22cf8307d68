/** One training run of one lane, from initialization to the last step. */
import type { Kernels } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import type { TrainConfig } from './config.ts';
import type { TrainOutcome } from './session.ts';
import { createSession } from './session.ts';
import type { TrainRecord } from './trainer.ts';

export type TrainProgress = Tick | { readonly type: 'record'; readonly record: TrainRecord };

/**
 * Trains, and yields records of step 0, every RECORD_EVERY steps and the last step. Abandon it with `return()`,
 * which frees the kernels' memory. Throws OutOfMemory.
 */
export function* train(
  config: TrainConfig,
  kernels: Kernels,
): Generator<TrainProgress, TrainOutcome, void> {
  const start = kernels.mark();
  try {
    const session = createSession(config, kernels, { checkpointBytes: 0 });
    for (;;) {
      const given = session.records.length;
      yield* session.advance();
      for (const record of session.records.slice(given)) yield { type: 'record', record };
      const outcome = session.outcome();
      if (outcome !== null) return outcome;
    }
  } finally {
    kernels.release(start);
  }
}
