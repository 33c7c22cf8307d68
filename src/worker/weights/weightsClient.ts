/** Has a file of weights looked through, or written again, in a thread of its own. */
import { newWeightsWorker } from './newWeightsWorker.ts';
import type { FromWeightsWorker, ToWeightsWorker } from './weightsProtocol.ts';

/** Ends the thread, whatever it is doing; nothing is heard of it afterwards. */
export type Cancel = () => void;

export function askWeights(
  request: ToWeightsWorker,
  onMessage: (message: FromWeightsWorker) => void,
): Cancel {
  const worker = newWeightsWorker();
  const end = (): void => worker.terminate();
  worker.addEventListener('message', ({ data }: MessageEvent<FromWeightsWorker>) => {
    if (data.type !== 'opened' && data.type !== 'tensors') end();
    onMessage(data);
  });
  worker.addEventListener('error', ({ message }) => {
    end();
    onMessage({ type: 'failed', failure: 'crashed', detail: message });
  });
  worker.postMessage(request);
  return end;
}

export { RESTART_FORMATS } from './weightsProtocol.ts';
export type { OpenedFile, RestartFormat, WeightsSource } from './weightsProtocol.ts';
