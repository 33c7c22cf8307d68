/** Starts a thread from code inside the page; replaces newWeightsWorker.ts in the one-file build. */
// oxlint-disable-next-line import/default -- the query makes it one
import InlineWorker from './weights.worker.ts?worker&inline';

export const newWeightsWorker = async (): Promise<Worker> => new InlineWorker();
