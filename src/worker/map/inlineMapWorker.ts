/** Starts a thread from code inside the page; replaces newMapWorker.ts in the one-file build. */
// oxlint-disable-next-line import/default -- the query makes it one
import InlineWorker from './map.worker.ts?worker&inline';

export const newMapWorker = async (): Promise<Worker> => new InlineWorker();
