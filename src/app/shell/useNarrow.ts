import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(width < 48rem)');

function subscribe(changed: () => void): () => void {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether the header has room for one row of icons only: a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
