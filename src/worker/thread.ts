/** A thread as the page uses it: it receives and sends messages, and ends or dies. */
import type { FromWorker, RunError, ToWorker } from './protocol.ts';

/** The part of Worker that the page uses. */
export interface Thread<To = ToWorker> {
  readonly post: (message: To, handed?: readonly Transferable[]) => void;
  readonly terminate: () => void;
}

export interface ThreadEvents<From = FromWorker> {
  readonly onMessage: (message: From) => void;
  readonly onDeath: (error: RunError) => void;
}

/** What an error event tells; it has no message if the thread's file could not be fetched. */
function errorOf({ message }: Partial<ErrorEvent>): RunError {
  return message === undefined
    ? { code: 'not-loaded', detail: '' }
    : { code: 'crashed', detail: message };
}

/**
 * Tells the page that a file of its own is missing, as the bundler tells of its parts: a newer version may have taken its
 * place (app/shell/missingParts.ts).
 */
function tellMissing(): void {
  if (typeof dispatchEvent === 'function') dispatchEvent(new Event('vite:preloadError'));
}

/** Starts a worker; messages posted before it has started are sent afterwards. */
export function spawnThread<To, From>(
  newWorker: () => Promise<Worker>,
  { onMessage, onDeath }: ThreadEvents<From>,
): Thread<To> {
  const started = newWorker().then((worker) => {
    worker.addEventListener('message', ({ data }: MessageEvent<From>) => onMessage(data));
    worker.addEventListener('error', (event) => {
      const error = errorOf(event);
      onDeath(error);
      if (error.code === 'not-loaded') tellMissing();
    });
    worker.addEventListener('messageerror', () =>
      onDeath({ code: 'crashed', detail: 'a message could not be read' }),
    );
    return worker;
  });
  started.catch((problem: unknown) => onDeath({ code: 'no-threads', detail: String(problem) }));
  const whenStarted = (run: (worker: Worker) => void): void =>
    void started.then(run, () => undefined);
  return {
    post: (message, handed = []) =>
      whenStarted((worker) => worker.postMessage(message, [...handed])),
    terminate: () => whenStarted((worker) => worker.terminate()),
  };
}
