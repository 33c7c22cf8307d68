import { useSyncExternalStore } from 'react';

let asked: MediaQueryList | null = null;

/** Asked when it is first needed: the browser computes the page's style for it. */
const query = (): MediaQueryList => (asked ??= window.matchMedia('(width < 48rem)'));

function subscribe(changed: () => void): () => void {
  query().addEventListener('change', changed);
  return () => query().removeEventListener('change', changed);
}

/** Whether the header has room only for one row of icons, as on a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query().matches);
