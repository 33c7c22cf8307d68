/** Counts the parts of the page that are requested but not yet shown. */
import { useLayoutEffect, useSyncExternalStore } from 'react';

let count = 0;
const listeners = new Set<() => void>();

let complete = false;

function add(by: 1 | -1): void {
  count += by;
  // Not while React replaces one pending part by another.
  if (count === 0) queueMicrotask(() => (complete ||= count === 0));
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the page has been complete once; before, its parts are drawn one per frame. */
export const wasComplete = (): boolean => complete;

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
