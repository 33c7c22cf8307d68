/** A new thread from what is inside the page: takes the place of newTargetsWorker.ts in the one-file build. */
// oxlint-disable-next-line import/default -- the query makes it one
import InlineWorker from './targets.worker.ts?worker&inline';

export const newTargetsWorker = async (): Promise<Worker> => new InlineWorker();
