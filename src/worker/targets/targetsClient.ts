/** Threads that measure targets. Each takes the next waiting target, and ends when none is left. */
import { loadKernelModule } from '../kernelModule.ts';
import type { KernelModule } from '../kernelModule.ts';
import { newTargetsWorker } from './newTargetsWorker.ts';
import type { FromTargetsWorker, TargetRequest, ToTargetsWorker } from './targetsProtocol.ts';

export interface TargetsPool {
  readonly add: (requests: readonly TargetRequest[]) => void;
  /** Ends every thread at once; no messages arrive afterwards. */
  readonly cancel: () => void;
}

/** A thread that is starting or running. */
interface Thread {
  readonly started: Promise<Worker>;
  /** The target it measures; `null` once the thread has ended. */
  id: string | null;
}

/** At most `size` threads. */
export function createTargetsPool(
  size: number,
  onMessage: (message: FromTargetsWorker) => void,
): TargetsPool {
  let waiting: readonly TargetRequest[] = [];
  let threads: readonly Thread[] = [];
  let compiled: Promise<KernelModule> | null = null;

  const take = (): TargetRequest | null => {
    const [next = null, ...rest] = waiting;
    waiting = rest;
    return next;
  };

  function end(thread: Thread): void {
    thread.id = null;
    threads = threads.filter((each) => each !== thread);
    thread.started.then(
      (worker) => worker.terminate(),
      () => undefined,
    );
  }

  function crash(thread: Thread, detail: string): void {
    const { id } = thread;
    if (id === null) return;
    end(thread);
    onMessage({ type: 'failed', id, detail });
    fill();
  }

  /** Handles a thread's message; a thread that has finished its target gets the next one. */
  function hear(thread: Thread, worker: Worker, message: FromTargetsWorker): void {
    if (thread.id === null) return;
    onMessage(message);
    if (message.type === 'progress') return;
    const next = take();
    if (next === null) return end(thread);
    thread.id = next.id;
    send(worker, { type: 'measure', ...next });
  }

  async function start(thread: Thread, request: TargetRequest): Promise<void> {
    compiled ??= loadKernelModule();
    const [worker, kernels] = await Promise.all([thread.started, compiled]);
    if (thread.id === null) return;
    worker.addEventListener('message', ({ data }: MessageEvent<FromTargetsWorker>) =>
      hear(thread, worker, data),
    );
    worker.addEventListener('error', ({ message }) => crash(thread, message));
    send(worker, { type: 'start', ...kernels });
    send(worker, { type: 'measure', ...request });
  }

  function fill(): void {
    while (threads.length < size) {
      const next = take();
      if (next === null) return;
      const thread: Thread = { started: newTargetsWorker(), id: next.id };
      threads = [...threads, thread];
      start(thread, next).catch((problem: unknown) => crash(thread, String(problem)));
    }
  }

  return {
    add(requests) {
      waiting = [...waiting, ...requests];
      fill();
    },
    cancel() {
      waiting = [];
      for (const thread of threads) end(thread);
    },
  };
}

const send = (worker: Worker, message: ToTargetsWorker): void => worker.postMessage(message);
