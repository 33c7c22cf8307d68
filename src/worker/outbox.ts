import type { Reply } from './protocol.ts';

export interface OutboxOptions {
  /** Calls back at the next frame. */
  readonly schedule: (flush: () => void) => void;
  readonly onReplies: (replies: readonly Reply[]) => void;
}

export interface Outbox {
  readonly put: (reply: Reply) => void;
  /** Stops delivery. */
  readonly close: () => void;
}

/** Collects replies and delivers them once per frame, or at once when a request is done. */
export function createOutbox({ schedule, onReplies }: OutboxOptions): Outbox {
  let queue: Reply[] = [];
  let scheduled = false;
  let closed = false;

  function flush(): void {
    scheduled = false;
    if (queue.length === 0 || closed) return;
    const replies = queue;
    queue = [];
    onReplies(replies);
  }

  return {
    put(reply) {
      queue.push(reply);
      if (reply.type === 'done') flush();
      else if (!scheduled) {
        scheduled = true;
        schedule(flush);
      }
    },
    close: () => void (closed = true),
  };
}
