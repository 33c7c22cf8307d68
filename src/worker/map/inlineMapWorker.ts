/** A new thread from what is inside the page: takes the place of newMapWorker.ts in the one-file build. */
// oxlint-disable-next-line import/default -- the query makes it one
import InlineWorker from './map.worker.ts?worker&inline';

export const newMapWorker = async (): Promise<Worker> => new InlineWorker();
