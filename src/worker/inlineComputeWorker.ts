/** A new thread from what is inside the page: takes the place of newComputeWorker.ts in the one-file build. */
// oxlint-disable-next-line import/default -- the query makes it one
import InlineWorker from './compute.worker.ts?worker&inline';

export const newComputeWorker = async (): Promise<Worker> => new InlineWorker();
