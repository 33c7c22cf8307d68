/** A new thread from its own file. */
export const newComputeWorker = (): Worker =>
  new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' });
