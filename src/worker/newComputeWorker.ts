// oxlint-disable-next-line import/default -- the query makes it one
import address from './compute.worker.ts?worker&url';
import { takeEarlyThread } from './earlyThread.ts';
import { startWorker } from './startWorker.ts';

/** Starts a thread from its own file. Rejects where workers are not allowed. */
export const newComputeWorker = (): Promise<Worker> => startWorker(address, takeEarlyThread());
