/**
 * The page's side of a thread that completes one task after the other. One that falls silent is replaced, and its task
 * begun again; one that dies fails its task, and another one is started for the next.
 */
import { loadKernelModule } from '../kernelModule.ts';
import type { KernelModule } from '../kernelModule.ts';
import type { RunError } from '../protocol.ts';
import { spawnThread } from '../thread.ts';
import type { Thread } from '../thread.ts';
import { answerTimeout, createWatch, MAX_RESTARTS } from '../watch.ts';
import type { FromTaskThread, TaskEnd, ToTaskThread } from './taskProtocol.ts';

export interface TaskThread<Task> {
  /** Runs a task, which the previous one must have ended for. The thread is started if there is none. */
  readonly run: (task: Task) => void;
  /** Ends the thread and its task at once; nothing more is heard of it. */
  readonly end: () => void;
}

export interface TaskThreadOptions<Part> {
  readonly newWorker: () => Promise<Worker>;
  /** Called with every task; by default, gives the kernels of all these threads. */
  readonly kernels?: () => Promise<KernelModule>;
  /** Called with the parts of a task, then with its end. A task that is begun again sends all its parts again. */
  readonly onMessage: (message: Part | TaskEnd) => void;
  /** Called when a silent thread has been replaced. */
  readonly onRestart: () => void;
}

/** The kernels, fetched once for all these threads. */
let shared: Promise<KernelModule> | null = null;
const sharedKernels = (): Promise<KernelModule> => (shared ??= loadKernelModule());

/** The watch looks after this thread alone. */
const SLOT = 0;

export function createTaskThread<Task, Part>({
  newWorker,
  kernels = sharedKernels,
  onMessage,
  onRestart,
}: TaskThreadOptions<Part>): TaskThread<Task> {
  let thread: Thread<ToTaskThread<Task>> | null = null;
  let running: { readonly task: Task } | null = null;
  let silences = 0;
  let timeout = answerTimeout('simd');
  const watch = createWatch({
    busy: () => new Set(running === null ? [] : [SLOT]),
    ask: () => thread?.post({ type: 'ping' }),
    onSilent: replace,
    timeout: () => timeout,
  });

  function start(): Thread<ToTaskThread<Task>> {
    const mine: Thread<ToTaskThread<Task>> = spawnThread<ToTaskThread<Task>, FromTaskThread<Part>>(
      newWorker,
      {
        onMessage: (message) => {
          if (thread === mine) hear(message);
        },
        onDeath: (error) => {
          if (thread === mine) die(error);
        },
      },
    );
    return mine;
  }

  function post(task: Task): void {
    thread ??= start();
    const mine = thread;
    void kernels().then((module) => {
      timeout = answerTimeout(module.build);
      if (thread === mine) mine.post({ type: 'run', task, kernels: module });
    });
  }

  function hear(message: FromTaskThread<Part>): void {
    watch.heard(SLOT);
    if (running === null || message.type === 'pong') return;
    if (message.type === 'part') return onMessage(message.part);
    running = null;
    onMessage(message);
  }

  function endThread(): void {
    thread?.terminate();
    thread = null;
    watch.forget(SLOT);
  }

  function die(error: RunError): void {
    endThread();
    if (running === null) return;
    running = null;
    onMessage({ type: 'failed', error });
  }

  function replace(): void {
    silences += 1;
    if (silences >= MAX_RESTARTS) return die({ code: 'crashed', detail: 'silent' });
    endThread();
    if (running !== null) post(running.task);
    onRestart();
  }

  return {
    run(task) {
      running = { task };
      silences = 0;
      post(task);
      watch.begin();
    },
    end() {
      running = null;
      watch.end();
      endThread();
    },
  };
}
