/** Threads that measure targets. Each takes the next waiting target, and ends when none is left. */
import type { TaskEnd } from '../tasks/taskProtocol.ts';
import { createTaskThread } from '../tasks/taskThread.ts';
import type { TaskThread, TaskThreadOptions } from '../tasks/taskThread.ts';
import { newTargetsWorker } from './newTargetsWorker.ts';
import type { TargetPart, TargetRequest } from './targetsProtocol.ts';

export interface TargetsPool {
  readonly add: (requests: readonly TargetRequest[]) => void;
  /** Ends every thread at once; no messages arrive afterwards. */
  readonly cancel: () => void;
}

export interface TargetsPoolOptions extends Pick<TaskThreadOptions<TargetPart>, 'onRestart'> {
  /** Most threads. */
  readonly size: number;
  readonly onMessage: (id: string, message: TargetPart | TaskEnd) => void;
}

export function createTargetsPool({ size, onMessage, onRestart }: TargetsPoolOptions): TargetsPool {
  let waiting: readonly TargetRequest[] = [];
  const threads = new Set<TaskThread<TargetRequest>>();

  const take = (): TargetRequest | null => {
    const [next = null, ...rest] = waiting;
    waiting = rest;
    return next;
  };

  function start(request: TargetRequest): void {
    let { id } = request;
    const thread = createTaskThread<TargetRequest, TargetPart>({
      newWorker: newTargetsWorker,
      onRestart,
      onMessage(message) {
        onMessage(id, message);
        if (message.type !== 'done' && message.type !== 'failed') return;
        const next = take();
        if (next === null) {
          threads.delete(thread);
          return thread.end();
        }
        ({ id } = next);
        thread.run(next);
      },
    });
    threads.add(thread);
    thread.run(request);
  }

  return {
    add(requests) {
      waiting = [...waiting, ...requests];
      while (threads.size < size) {
        const next = take();
        if (next === null) return;
        start(next);
      }
    },
    cancel() {
      waiting = [];
      for (const thread of threads) thread.end();
      threads.clear();
    },
  };
}
