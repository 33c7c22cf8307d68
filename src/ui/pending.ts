/** Counts the parts of the page that are requested but not yet shown. */
import { useLayoutEffect, useSyncExternalStore } from 'react';

let count = 0;
const listeners = new Set<() => void>();

function add(by: 1 | -1): void {
  count += by;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Marks a part as pending while `pending` is true. */
export function useMarkPending(pending: boolean): void {
  useLayoutEffect(() => {
    if (!pending) return undefined;
    add(1);
    return () => add(-1);
  }, [pending]);
}

/** Whether no part is pending. */
export const usePageSettled = (): boolean => useSyncExternalStore(subscribe, () => count === 0);
