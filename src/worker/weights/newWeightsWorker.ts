// oxlint-disable-next-line import/default -- the query makes it one
import address from './weights.worker.ts?worker&url';
import { startWorker } from '../startWorker.ts';

/** Starts a thread from its own file. Rejects where workers are not allowed. */
export const newWeightsWorker = (): Promise<Worker> => startWorker(address);
