import type { MapMessage, MapTask, MapThread } from '../../worker/map/mapClient.ts';

export interface NewestOnly {
  readonly run: (task: MapTask) => void;
  /** Runs the last task again, if it has failed. */
  readonly again: () => void;
  /** Ends the thread; the next task starts another one. */
  readonly end: () => void;
}

/** A long-lived thread; of the tasks that wait, it runs only the newest. */
export function newestOnly(
  create: (onMessage: (message: MapMessage) => void) => MapThread,
  onMessage: (message: MapMessage) => void,
): NewestOnly {
  let running: MapTask | null = null;
  let next: MapTask | null = null;
  let failed: MapTask | null = null;
  const thread = create((message) => {
    if (message.type === 'failed') failed = running;
    onMessage(message);
    if (message.type !== 'done' && message.type !== 'failed') return;
    running = null;
    if (next !== null) run(next);
  });

  function run(task: MapTask): void {
    next = running === null ? null : task;
    if (running !== null) return;
    failed = null;
    running = task;
    thread.run(task);
  }

  return {
    run,
    again() {
      if (failed !== null) run(failed);
    },
    end() {
      thread.end();
      running = null;
      next = null;
      failed = null;
    },
  };
}
