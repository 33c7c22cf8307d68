/** Counts the parts of the page that are requested but not yet shown. */
import { useLayoutEffect, useSyncExternalStore } from 'react';

let count = 0;
const listeners = new Set<() => void>();

let complete = false;
const waiting: (() => void)[] = [];

function checkComplete(): void {
  if (count > 0) return;
  complete = true;
  for (const run of waiting.splice(0)) run();
}

function add(by: 1 | -1): void {
  count += by;
  // Not while React replaces one pending part by another.
  if (count === 0) queueMicrotask(checkComplete);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the page has been complete once; before, its parts are drawn one per frame. */
export const wasComplete = (): boolean => complete;

/** Calls `run` when the page has been complete once: at once if it has. */
export function whenComplete(run: () => void): void {
  if (complete) run();
  else waiting.push(run);
}

/** Marks a part as pending until the returned function is called. */
export function markPending(): () => void {
  let pending = true;
  add(1);
  return () => {
    if (pending) add(-1);
    pending = false;
  };
}

/** Marks a part as pending while `pending` is true. */
export function useMarkPending(pending: boolean): void {
  useLayoutEffect(() => {
    return pending ? markPending() : undefined;
  }, [pending]);
}

/** Whether no part is pending. */
export const usePageSettled = (): boolean => useSyncExternalStore(subscribe, () => count === 0);
