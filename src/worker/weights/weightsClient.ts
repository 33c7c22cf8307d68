/** Has a file of weights looked through, or written again, in a thread of its own. */
import { newWeightsWorker } from './newWeightsWorker.ts';
import type { FromWeightsWorker, ToWeightsWorker } from './weightsProtocol.ts';

/** Ends the thread, whatever it is doing; nothing is heard of it afterwards. */
export type Cancel = () => void;

export function askWeights(
  request: ToWeightsWorker,
  onMessage: (message: FromWeightsWorker) => void,
): Cancel {
  let ended = false;
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
    if (message.type !== 'opened' && message.type !== 'tensors') end();
    onMessage(message);
  };
  const crashed = (detail: string): void => tell({ type: 'failed', failure: 'crashed', detail });
  started.then(
    (worker) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWeightsWorker>) => tell(data));
      worker.addEventListener('error', ({ message }) => crashed(message));
      worker.postMessage(request);
    },
    (problem: unknown) => crashed(String(problem)),
  );
  return end;
}

export { RESTART_FORMATS } from './weightsProtocol.ts';
export type { OpenedFile, RestartFormat, WeightsSource } from './weightsProtocol.ts';
