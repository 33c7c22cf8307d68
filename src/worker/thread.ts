/** A thread as the client uses it: it receives and sends messages, and ends or dies. */
import { newComputeWorker } from './newComputeWorker.ts';
import type { FromWorker, FromWorkerBatch, RunError, ToWorker } from './protocol.ts';

/** The part of Worker that the client uses. */
export interface Thread {
  readonly post: (message: ToWorker, handed?: readonly Transferable[]) => void;
  readonly terminate: () => void;
}

export interface ThreadEvents {
  readonly onMessage: (message: FromWorker) => void;
  readonly onDeath: (error: RunError) => void;
}

/** Starts a worker; messages posted before it has started are sent afterwards. */
export function spawnWorker(events: ThreadEvents): Thread {
  const started = newComputeWorker().then((worker) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorkerBatch>) => {
      for (const message of data) events.onMessage(message);
    });
    worker.addEventListener('error', ({ message }) =>
      events.onDeath({ code: 'crashed', detail: message }),
    );
    worker.addEventListener('messageerror', () =>
      events.onDeath({ code: 'crashed', detail: 'a message could not be read' }),
    );
    return worker;
  });
  started.catch((problem: unknown) =>
    events.onDeath({ code: 'no-threads', detail: String(problem) }),
  );
  const whenStarted = (run: (worker: Worker) => void): void =>
    void started.then(run, () => undefined);
  return {
    post: (message, handed = []) =>
      whenStarted((worker) => worker.postMessage(message, [...handed])),
    terminate: () => whenStarted((worker) => worker.terminate()),
  };
}
