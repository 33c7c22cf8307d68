/** The one place that opens the channel between the windows of one lecture. */
import { openBroadcast } from '../state/device.ts';
import { readMessage, writtenMessage } from './classMessage.ts';
import type { ClassMessage } from './classMessage.ts';

const NAME = 'init-lab:class';

export interface ClassChannel {
  readonly send: (message: ClassMessage) => void;
  readonly close: () => void;
}

/** Reaches other windows of this browser only. Where channels are blocked, no message arrives. */
export function openChannel(hear: (message: ClassMessage) => void): ClassChannel {
  const channel = openBroadcast(NAME);
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = readMessage(data);
    if (message !== null) hear(message);
  });
  return {
    send: (message) => channel?.postMessage(writtenMessage(message)),
    close: () => channel?.close(),
  };
}
