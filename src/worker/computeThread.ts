import { newComputeWorker } from './newComputeWorker.ts';
import type { FromWorkerBatch, ToWorker } from './protocol.ts';
import type { Thread, ThreadEvents } from './thread.ts';
import { spawnThread } from './thread.ts';

/** Starts a thread of the pool, whose messages come in batches. */
export const spawnWorker = ({ onMessage, onDeath }: ThreadEvents): Thread =>
  spawnThread<ToWorker, FromWorkerBatch>(newComputeWorker, {
    onMessage: (batch) => batch.forEach(onMessage),
    onDeath,
  });
