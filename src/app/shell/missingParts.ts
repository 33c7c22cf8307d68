/**
 * Parts of the page, and threads (worker/thread.ts), whose code could not be fetched. Either the network has failed, or
 * a new version has replaced the files under other names; the page on the server tells which.
 */
import { useSyncExternalStore } from 'react';

export type Missing = 'newer-version' | 'network';

let missing: Missing | null = null;
const listeners = new Set<() => void>();

function set(next: Missing): void {
  // A newer version stays newer, whatever the network does afterwards.
  if (missing === 'newer-version') return;
  missing = next;
  for (const listener of listeners) listener();
}

/** Whether the page on the server names other files than this one. */
async function isNewer(): Promise<boolean> {
  const files = document.querySelector('script[type="importmap"]')?.textContent;
  if (files == null) return false;
  // A unique query, so that neither the browser nor the service worker has a cached answer.
  const response = await fetch(`./?now=${Date.now()}`, { cache: 'no-store' });
  return response.ok && !(await response.text()).includes(files);
}

// Registered at once: a part may be missing before anything is drawn.
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

/** Why the last missing part could not be fetched; `null` if none is missing. */
export const useMissing = (): Missing | null => useSyncExternalStore(subscribe, () => missing);
