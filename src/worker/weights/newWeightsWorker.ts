/** A new thread from its own file. */
export const newWeightsWorker = (): Worker =>
  new Worker(new URL('./weights.worker.ts', import.meta.url), { type: 'module' });
