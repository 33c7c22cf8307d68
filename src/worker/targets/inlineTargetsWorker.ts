/** Starts a thread from code inside the page; replaces newTargetsWorker.ts in the one-file build. */
// oxlint-disable-next-line import/default -- the query makes it one
import InlineWorker from './targets.worker.ts?worker&inline';

export const newTargetsWorker = async (): Promise<Worker> => new InlineWorker();
