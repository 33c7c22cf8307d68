const QUIET_MS = 500;

/** Calls back when nothing has come over the network for a while: what was asked for is there. */
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
