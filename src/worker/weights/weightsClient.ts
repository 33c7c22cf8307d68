/** Sends each request about a weight file to a new thread. */
import { loadKernelModule } from '../kernelModule.ts';
import { newWeightsWorker } from './newWeightsWorker.ts';
import type { FromWeightsWorker, ToWeightsWorker } from './weightsProtocol.ts';

/** Ends the thread at once; no messages arrive afterwards. */
export type Cancel = () => void;

export type WeightsRequest = Omit<ToWeightsWorker, 'kernels'>;

const GOES_ON: ReadonlySet<FromWeightsWorker['type']> = new Set(['opened', 'tensors', 'progress']);

/** The kernels, fetched once for all these threads. */
let kernels: ReturnType<typeof loadKernelModule> | null = null;

/** Runs one request in a new thread, and returns the function that cancels it. */
export function askWeights(
  request: WeightsRequest,
  onMessage: (message: FromWeightsWorker) => void,
): Cancel {
  let ended = false;
  kernels ??= loadKernelModule();
  const started = newWeightsWorker();
  const end = (): void => {
    ended = true;
    void started.then(
      (worker) => worker.terminate(),
      () => undefined,
    );
  };
  const tell = (message: FromWeightsWorker): void => {
    if (ended) return;
    if (!GOES_ON.has(message.type)) end();
    onMessage(message);
  };
  const crashed = (detail: string): void => tell({ type: 'failed', failure: 'crashed', detail });
  Promise.all([started, kernels]).then(
    ([worker, module]) => {
      if (ended) return;
      worker.addEventListener('message', ({ data }: MessageEvent<FromWeightsWorker>) => tell(data));
      worker.addEventListener('error', ({ message }) => crashed(message));
      worker.postMessage({ ...request, kernels: module } satisfies ToWeightsWorker);
    },
    (problem: unknown) => crashed(String(problem)),
  );
  return end;
}

export { RESTART_FORMATS, sourceName } from './weightsProtocol.ts';
export type { OpenedFile, RestartFormat, WeightsSource } from './weightsProtocol.ts';
