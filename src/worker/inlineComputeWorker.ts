/** Starts a thread from code inside the page; replaces newComputeWorker.ts in the one-file build. */
// oxlint-disable-next-line import/default -- the query makes it one
import InlineWorker from './compute.worker.ts?worker&inline';

export const newComputeWorker = async (): Promise<Worker> => new InlineWorker();
