/** The page's side of the map's threads. */
import { loadKernelModule } from '../kernelModule.ts';
import { newMapWorker } from './newMapWorker.ts';
import type { FromMapWorker, MapTask } from './mapProtocol.ts';

export interface MapThread {
  /** Tasks run one after the other. */
  readonly run: (task: MapTask) => void;
  /** Ends the thread at once; no messages arrive afterwards. */
  readonly end: () => void;
}

let kernels: ReturnType<typeof loadKernelModule> | null = null;

export function startMapThread(onMessage: (message: FromMapWorker) => void): MapThread {
  let ended = false;
  const tell = (message: FromMapWorker): void => {
    if (!ended) onMessage(message);
  };
  const failed = (problem: unknown): void => tell({ type: 'failed', detail: String(problem) });
  kernels ??= loadKernelModule();
  const started = Promise.all([newMapWorker(), kernels]).then(([worker, { module, build }]) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromMapWorker>) => tell(data));
    worker.addEventListener('error', ({ message }) => failed(message));
    worker.postMessage({ type: 'start', module, build });
    return worker;
  });
  started.catch(failed);
  const whenStarted = (run: (worker: Worker) => void): void =>
    void started.then(run, () => undefined);
  return {
    run: (task) =>
      whenStarted((worker) => {
        if (!ended) worker.postMessage({ type: 'run', task });
      }),
    end: () => {
      ended = true;
      whenStarted((worker) => worker.terminate());
    },
  };
}

export type { FromMapWorker, MapTask, NetLook } from './mapProtocol.ts';
