import type { FromMapWorker, MapTask, MapThread } from '../../worker/map/mapClient.ts';

export interface NewestOnly {
  readonly run: (task: MapTask) => void;
  /** Ends the thread; the next task starts another one. */
  readonly end: () => void;
}

/**
 * A long-lived thread; of the tasks that wait, it runs only the newest. After a failure, which it may not have survived,
 * another one takes its place.
 */
export function newestOnly(
  start: (onMessage: (message: FromMapWorker) => void) => MapThread,
  onMessage: (message: FromMapWorker) => void,
): NewestOnly {
  let thread: MapThread | null = null;
  let busy = false;
  let next: MapTask | null = null;

  function run(task: MapTask): void {
    thread ??= start((message) => {
      onMessage(message);
      if (message.type !== 'done' && message.type !== 'failed') return;
      if (message.type === 'failed') endThread();
      busy = false;
      const waiting = next;
      next = null;
      if (waiting !== null) run(waiting);
    });
    if (busy) next = task;
    else {
      busy = true;
      thread.run(task);
    }
  }

  function endThread(): void {
    thread?.end();
    thread = null;
  }

  return {
    run,
    end() {
      endThread();
      busy = false;
      next = null;
    },
  };
}
