/** Parts of the page that are asked for and not there yet. */
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

/** Says that a part is on its way; the function returned, called once, that it stands or is not wanted. */
export function begin(): () => void {
  add(1);
  return () => add(-1);
}

/** Says so for as long as a component is drawn without it. */
export function useUnfinished(unfinished: boolean): void {
  useLayoutEffect(() => (unfinished ? begin() : undefined), [unfinished]);
}

/** Whether every part stands. */
export const useStands = (): boolean => useSyncExternalStore(subscribe, () => count === 0);
