/** Requests about weight files, as the stores make them. */
import { askWeights as ask } from '../../worker/weights/weightsClient.ts';
import type { Cancel, WeightsMessage, WeightsRequest } from '../../worker/weights/weightsClient.ts';
import { tellRestart } from '../store.ts';

/** The file could not be read, or the thread has failed. */
export type FileProblem = Extract<WeightsMessage, { readonly type: 'refused' | 'failed' }>;

/** Runs one request in a new thread, and returns the function that cancels it. */
export const askWeights = (
  request: WeightsRequest,
  onMessage: (message: WeightsMessage) => void,
): Cancel => ask(request, { onMessage, onRestart: tellRestart });
