/** What a job yields: its replies, and pauses between them. */
import type { Outcome } from '../engine/experiment/propagate.ts';
import type { FromWorker } from './protocol.ts';

type Payload = Exclude<
  FromWorker,
  {
    readonly type:
      'kernels' | 'ready' | 'pong' | 'counted' | 'cancelled' | 'failed' | 'handedOver' | 'done';
  }
>;
/** A reply without `lane` and `runId`, which the worker adds. */
export type Part = Payload extends infer P
  ? P extends Payload
    ? Omit<P, 'lane' | 'runId'>
    : never
  : never;

/** `null` is a pause without a reply. */
export type Run = Generator<Part | null, Outcome | null, void>;

/**
 * Converts the steps of a run to parts, and returns the run's result. If it is abandoned, so is the run, which then
 * frees its memory or undoes its changes.
 */
export function* partsOf<Step, Result>(
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

export const pause = (): null => null;
