/** Sends each request about a weight file to a new thread. */
import type { TaskEnd } from '../tasks/taskProtocol.ts';
import { createTaskThread } from '../tasks/taskThread.ts';
import type { TaskThreadOptions } from '../tasks/taskThread.ts';
import { newWeightsWorker } from './newWeightsWorker.ts';
import type { WeightsPart, WeightsRequest } from './weightsProtocol.ts';

/** Ends the thread at once; no messages arrive afterwards. */
export type Cancel = () => void;

export type WeightsMessage = WeightsPart | TaskEnd;

/** Runs one request in a new thread, and returns the function that cancels it. */
export function askWeights(
  request: WeightsRequest,
  { onMessage, onRestart }: Pick<TaskThreadOptions<WeightsPart>, 'onMessage' | 'onRestart'>,
): Cancel {
  const thread = createTaskThread<WeightsRequest, WeightsPart>({
    newWorker: newWeightsWorker,
    onRestart,
    onMessage(message) {
      if (message.type === 'done' || message.type === 'failed') thread.end();
      onMessage(message);
    },
  });
  thread.run(request);
  return thread.end;
}

export { RESTART_FORMATS, sourceName } from './weightsProtocol.ts';
export type {
  OpenedFile,
  RestartFormat,
  WeightsRequest,
  WeightsSource,
} from './weightsProtocol.ts';
