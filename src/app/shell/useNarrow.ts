import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(width < 48rem)');

function subscribe(changed: () => void): () => void {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether the header has room only for one row of icons, as on a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
