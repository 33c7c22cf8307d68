import type { Reply } from './protocol.ts';

export interface OutboxOptions {
  /** Calls back when there is time to draw: after a frame. */
  readonly schedule: (flush: () => void) => void;
  readonly onReplies: (replies: readonly Reply[]) => void;
}

export interface Outbox {
  readonly put: (reply: Reply) => void;
  /** Stops delivery. */
  readonly close: () => void;
}

/**
 * Collects replies, so that a short run is drawn once, as a whole. They are delivered when there is time to draw, and at
 * once when no run is left: in a hidden window there are no frames.
 */
export function createOutbox({ schedule, onReplies }: OutboxOptions, busy: () => boolean): Outbox {
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
      if (!busy()) flush();
      else if (!scheduled) {
        scheduled = true;
        schedule(flush);
      }
    },
    close: () => void (closed = true),
  };
}
