/**
 * Decides when a worker pauses to handle messages. A pause costs almost nothing in Chromium and Firefox; in WebKit it
 * goes through the page's thread and takes 0.4 ms, or 4 ms and more while the page paints. The stretch of work between
 * two pauses therefore depends on their cost.
 */

/** Shortest stretch, used where a pause costs almost nothing. */
const MIN_STRETCH_MS = 6;
/** A cancelled job should stop within this time; it takes precedence over WORK_PER_PAUSE. */
const CANCEL_MS = 50;
/** Longest time of one part of the engine on a slow machine (engine/pace.ts). */
const PART_MS = 10;
/** Milliseconds of work per millisecond of pause, so that pauses take less than a tenth of the time. */
const WORK_PER_PAUSE = 10;
/** Weight of the newest pause in the average, so that a single delayed one hardly matters. */
const NEWEST = 0.25;

export interface Pauses {
  /** Begins a stretch. */
  readonly begin: () => void;
  /** Whether the stretch has been long enough. */
  readonly due: () => boolean;
  /** Pauses; the next stretch begins afterwards. */
  readonly take: () => Promise<void>;
}

/** `now` gives milliseconds; `pause` resolves after the messages that have arrived are handled. */
export function createPauses(now: () => number, pause: () => Promise<void>): Pauses {
  let cost = 0;
  let began = now();
  let stretch = MIN_STRETCH_MS;
  return {
    begin() {
      began = now();
    },
    due: () => now() - began > stretch,
    async take() {
      const start = now();
      await pause();
      began = now();
      const last = began - start;
      cost += NEWEST * (last - cost);
      // The next pause may take as long as the last one.
      const room = CANCEL_MS - PART_MS - Math.max(last, cost);
      stretch = Math.max(MIN_STRETCH_MS, Math.min(WORK_PER_PAUSE * cost, room));
    },
  };
}
