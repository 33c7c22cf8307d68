/** The page without a network: a service worker keeps its files, and a newer version waits to be asked for. */

/** Long enough after the page is idle that keeping its files takes nothing from the first picture. */
const REGISTER_DELAY_MS = 3000;

/** In a frame without an origin, asking is enough to throw. */
function hasServiceWorkers(): boolean {
  try {
    return isSecureContext && 'serviceWorker' in navigator && navigator.serviceWorker !== undefined;
  } catch {
    return false;
  }
}

/** `onUpdate` gets the way to change to a newer version, which loads the page again. */
export function keepOffline(onUpdate: (change: () => void) => void): void {
  // One file from a disk is off line already, and while developing everything should be new.
  if (!import.meta.env.PROD || !hasServiceWorkers()) return;
  const register = async (): Promise<void> => {
    const { registerSW } = await import('virtual:pwa-register');
    const change = registerSW({
      immediate: true,
      onNeedRefresh: () => onUpdate(() => void change()),
    });
  };
  // Where service workers are blocked, the page still works with a network.
  const start = (): void => {
    setTimeout(() => void register().catch(() => undefined), REGISTER_DELAY_MS);
  };
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start, { once: true });
}
