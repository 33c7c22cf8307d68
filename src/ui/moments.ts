/** Moments for work that nobody waits for: when the page is idle, or the network quiet. */

/** Calls `run` when the page is idle; Safari has no idle callback. Returns what cancels it. */
export function whenIdle(run: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const idle = window.requestIdleCallback(run, { timeout: 3000 });
    return () => window.cancelIdleCallback(idle);
  }
  const timer = setTimeout(run, 800);
  return () => clearTimeout(timer);
}

const QUIET_MS = 500;

/** Calls `run` when nothing has arrived over the network for a while, so pending requests are complete. */
export function whenQuiet(run: () => void): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const wait = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      if (document.fonts.status === 'loading') return wait();
      observer.disconnect();
      return run();
    }, QUIET_MS);
  };
  const observer = new PerformanceObserver(wait);
  observer.observe({ type: 'resource' });
  wait();
}
