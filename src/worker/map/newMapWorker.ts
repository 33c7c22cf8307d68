// oxlint-disable-next-line import/default -- the query makes it one
import address from './map.worker.ts?worker&url';
import { startWorker } from '../startWorker.ts';

/** Starts a thread from its own file. */
export const newMapWorker = (): Promise<Worker> => startWorker(address);
