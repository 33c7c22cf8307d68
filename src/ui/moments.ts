/** Moments for work that nobody waits for: when the page is idle, the hands rest, or the network is quiet. */
import { handsAtRestMs } from './hands.ts';

/** Calls `run` when the page is idle; Safari has no idle callback. Returns what cancels it. */
export function whenIdle(run: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const idle = window.requestIdleCallback(run, { timeout: 3000 });
    return () => window.cancelIdleCallback(idle);
  }
  const timer = setTimeout(run, 800);
  return () => clearTimeout(timer);
}

/** So long a slider stays where it is only when it is let go. */
const REST_MS = 1000;

/** Calls `run` when the reader's hands rest: what is fetched and started ahead takes a slow device from a slider. */
export function whenAtRest(run: () => void): void {
  const left = REST_MS - handsAtRestMs();
  if (left > 0) setTimeout(() => whenAtRest(run), left);
  else run();
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
