/** Offline use: a service worker caches the files; a newer version waits until the reader asks for it. */
import { handsAtRestMs } from '../../ui/hands.ts';

/** Delay after the page is idle, so that caching does not slow down the first picture. */
const REGISTER_DELAY_MS = 5000;
/** Caching takes a second or two of processor time, so it waits for quiet, this many delays at most. */
const MAX_DELAYS = 12;

/** In a sandboxed frame without an origin, even the access throws. */
function hasServiceWorkers(): boolean {
  try {
    return isSecureContext && 'serviceWorker' in navigator && navigator.serviceWorker !== undefined;
  } catch {
    return false;
  }
}

/**
 * Registers the service worker once no race is computed and the reader's hands rest; `onUpdate` receives a function
 * that activates a newer version and reloads the page.
 */
export function keepOffline(onUpdate: (change: () => void) => void, isRacing: () => boolean): void {
  // The single-file build is offline already, and in development nothing should be cached.
  if (!import.meta.env.PROD || !hasServiceWorkers()) return;
  const register = async (): Promise<void> => {
    const { registerSW } = await import('virtual:pwa-register');
    const change = registerSW({
      immediate: true,
      onNeedRefresh: () => onUpdate(() => void change()),
    });
  };
  // If service workers are blocked, the page still works online.
  const wait = (delays: number): void => {
    setTimeout(() => {
      if (delays < MAX_DELAYS && (isRacing() || handsAtRestMs() < REGISTER_DELAY_MS))
        wait(delays + 1);
      else void register().catch(() => undefined);
    }, REGISTER_DELAY_MS);
  };
  const start = (): void => wait(1);
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start, { once: true });
}
