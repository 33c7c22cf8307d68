/**
 * Parts of the page that did not arrive. Either the network has failed, or the files have another name since a new
 * version was put in their place; the page on the server tells which.
 */
import { useSyncExternalStore } from 'react';

export type Missing = 'newer-version' | 'network';

let missing: Missing | null = null;
const listeners = new Set<() => void>();

function set(next: Missing): void {
  missing = next;
  for (const listener of listeners) listener();
}

/** Whether the server's page begins with another script than this one. */
async function isNewer(): Promise<boolean> {
  const entry = document.querySelector('script[type="module"][src]')?.getAttribute('src');
  if (entry == null) return false;
  // A key of its own: neither the browser nor the service worker has kept this answer.
  const response = await fetch(`./?now=${Date.now()}`, { cache: 'no-store' });
  return response.ok && !(await response.text()).includes(entry);
}

// From the first moment on: a part may be missing before anything is drawn.
window.addEventListener('vite:preloadError', () => {
  isNewer().then(
    (newer) => set(newer ? 'newer-version' : 'network'),
    () => set('network'),
  );
});

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Why the last part that was missing did not come; `null` where none was. */
export const useMissing = (): Missing | null => useSyncExternalStore(subscribe, () => missing);
