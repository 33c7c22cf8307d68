/** The threads of a pool, by slot. Each gets its kernels before anything else. */
import type { KernelModule } from './kernelModule.ts';
import type { FromWorker, RunError } from './protocol.ts';
import type { Thread, ThreadEvents } from './thread.ts';

export interface ThreadsOptions {
  readonly size: number;
  readonly spawn: (events: ThreadEvents) => Thread;
  readonly kernels: Promise<KernelModule>;
  readonly onMessage: (slot: number, message: FromWorker) => void;
  readonly onDeath: (slot: number, error: RunError) => void;
}

export interface Threads {
  /** The thread of a slot; `null` if there is none. */
  readonly at: (slot: number) => Thread | null;
  /** The first slot that has a thread; `null` if none has. */
  readonly first: () => number | null;
  /**
   * The thread of a slot, which is started if there is none; `warm`: it warms up until its first job. Before the kernels
   * are loaded, nothing may be sent to it.
   */
  readonly start: (slot: number, warm?: boolean) => Thread;
  /** Ends the thread of a slot; nothing is heard of it any more. */
  readonly end: (slot: number) => void;
}

export function createThreads(options: ThreadsOptions): Threads {
  const { size, spawn, kernels, onMessage, onDeath } = options;
  const threads: (Thread | null)[] = Array.from({ length: size }, () => null);
  let loaded: KernelModule | null = null;
  void kernels.then((found) => {
    loaded = found;
  });

  function start(slot: number, warm: boolean = false): Thread {
    const there = threads[slot];
    if (there) return there;
    const mine: Thread = spawn({
      onMessage: (message) => {
        if (threads[slot] === mine) onMessage(slot, message);
      },
      onDeath: (error) => {
        if (threads[slot] === mine) onDeath(slot, error);
      },
    });
    threads[slot] = mine;
    const give = ({ module, build }: KernelModule): void => {
      if (threads[slot] === mine) mine.post({ type: 'start', module, build, warm });
    };
    // At once, so that it comes before the job for which the thread is started.
    if (loaded === null) void kernels.then(give);
    else give(loaded);
    return mine;
  }

  return {
    at: (slot) => threads[slot] ?? null,
    first() {
      const slot = threads.findIndex((each) => each !== null);
      return slot < 0 ? null : slot;
    },
    start,
    end(slot) {
      threads[slot]?.terminate();
      threads[slot] = null;
    },
  };
}
