/** The same moment for all threads, in ms. */
export const sharedNow = (): number => performance.timeOrigin + performance.now();

/** A count that begins later than this, in ms, is by another clock: a device that has slept may have two. */
export const MAX_LEAD_MS = 10;

/** How far a thread counts between two moments of `now`; 0 if the first one is too far away to wait for. */
export function countBetween(from: number, until: number, now: () => number = sharedNow): number {
  if (from - now() > MAX_LEAD_MS) return 0;
  let count = 0;
  for (let time = now(); time < until; time = now()) if (time >= from) count += 1;
  return count;
}
