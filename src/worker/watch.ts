/**
 * Notices workers that have fallen silent: one that was closed from inside, or whose loop never ends, sends no
 * error event. What counts is how often it was asked in vain, not the time that has gone by: a tab that was put to
 * sleep wakes up with everything as it was.
 */

const INTERVAL_MS = 1000;

export interface WatchOptions {
  /** The slots whose workers have something to do; none ends the watch until it begins again. */
  readonly busy: () => ReadonlySet<number>;
  /** Asks for a sign of life. */
  readonly ask: (slot: number) => void;
  /** It has not given any within `timeout()` milliseconds. */
  readonly onSilent: (slot: number) => void;
  readonly timeout: () => number;
}

export interface Watch {
  readonly begin: () => void;
  /** A slot has said something: only from then on is it watched, since a file may take long to come. */
  readonly heard: (slot: number) => void;
  /** A slot has a new worker, or none. */
  readonly forget: (slot: number) => void;
  readonly end: () => void;
}

export function createWatch({ busy, ask, onSilent, timeout }: WatchOptions): Watch {
  /** How often each was asked since it was heard last. */
  const asked = new Map<number, number>();
  let timer: ReturnType<typeof setInterval> | null = null;

  function end(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
  }

  function look(): void {
    const slots = busy();
    if (slots.size === 0) return end();
    for (const slot of slots) {
      const times = asked.get(slot);
      if (times === undefined) continue;
      if ((times + 1) * INTERVAL_MS >= timeout()) onSilent(slot);
      else {
        asked.set(slot, times + 1);
        ask(slot);
      }
    }
  }

  return {
    begin() {
      if (timer !== null) return;
      for (const slot of asked.keys()) asked.set(slot, 0);
      timer = setInterval(look, INTERVAL_MS);
    },
    heard: (slot) => void asked.set(slot, 0),
    forget: (slot) => void asked.delete(slot),
    end,
  };
}
