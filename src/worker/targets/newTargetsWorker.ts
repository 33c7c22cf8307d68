// oxlint-disable-next-line import/default -- the query makes it one
import address from './targets.worker.ts?worker&url';
import { startWorker } from '../startWorker.ts';

/** A new thread from its own file. Rejects where none may start. */
export const newTargetsWorker = (): Promise<Worker> => startWorker(address);
