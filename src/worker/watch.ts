/**
 * Detects workers that have stopped responding: one that has closed itself, or is in an endless loop, sends no error
 * event. It counts unanswered questions instead of elapsed time, since a suspended tab would seem silent for long.
 */

import type { Kernels } from '../engine/kernels.ts';

/** After this many deaths in a row, a worker is started again only when the user requests its work. */
export const MAX_RESTARTS = 3;
/** A worker that has not answered by then, in ms, is stuck; the reference kernels pause less often. */
export const answerTimeout = (build: Kernels['build']): number =>
  build === 'reference' ? 30_000 : 5000;

const INTERVAL_MS = 1000;
/** A worker is loaded by then, even over a poor network; one that failed to load has sent an error event. */
const LOAD_TIMEOUT_MS = 60_000;

export interface WatchOptions {
  /** The slots whose workers have something to do; if there are none, the watch ends until `begin` is called. */
  readonly busy: () => ReadonlySet<number>;
  /** Asks the worker for a `pong`. */
  readonly ask: (slot: number) => void;
  /** Called if a worker has not answered within `timeout()` milliseconds. */
  readonly onSilent: (slot: number) => void;
  readonly timeout: () => number;
}

export interface Watch {
  readonly begin: () => void;
  /** A slot's worker has sent a message. Until its first one it has more time, since loading may take long. */
  readonly heard: (slot: number) => void;
  /** A slot has a new worker, or none. */
  readonly forget: (slot: number) => void;
  readonly end: () => void;
}

export function createWatch({ busy, ask, onSilent, timeout }: WatchOptions): Watch {
  /** By slot: how often it was asked since its last message. */
  const asked = new Map<number, number>();
  /** By slot: how often it was asked before its first message. */
  const loading = new Map<number, number>();
  let timer: ReturnType<typeof setInterval> | null = null;

  function end(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
  }

  function look(): void {
    const slots = busy();
    if (slots.size === 0) return end();
    for (const slot of slots) {
      const loaded = asked.has(slot);
      const counts = loaded ? asked : loading;
      const times = (counts.get(slot) ?? 0) + 1;
      if (times * INTERVAL_MS >= (loaded ? timeout() : LOAD_TIMEOUT_MS)) onSilent(slot);
      else {
        counts.set(slot, times);
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
    heard(slot) {
      asked.set(slot, 0);
      loading.delete(slot);
    },
    forget(slot) {
      asked.delete(slot);
      loading.delete(slot);
    },
    end,
  };
}
