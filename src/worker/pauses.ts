/**
 * When a worker looks at its messages. A pause is next to nothing in Chromium and Firefox; in WebKit it travels through
 * the page's thread and takes 0.4 ms, and 4 and more while the page paints. So the stretch of work between two
 * pauses follows what they cost.
 */

/** Shortest stretch: where a pause is next to nothing. */
const MIN_STRETCH_MS = 6;
/** A cancelled job stops within this; comes before everything else. */
const CANCEL_MS = 50;
/** The engine's own parts take so long at most where the machine is slow (engine/pace.ts). */
const PART_MS = 10;
/** Work for each millisecond of pause: pauses then take less than a tenth of the time. */
const WORK_PER_PAUSE = 10;
/** How much the newest pause counts: one that was held up must not stretch what follows. */
const NEWEST = 0.25;

export interface Pauses {
  /** A stretch begins. */
  readonly begin: () => void;
  /** The stretch has been long enough. */
  readonly due: () => boolean;
  /** Pauses; the next stretch begins afterwards. */
  readonly take: () => Promise<void>;
}

/** `now` in milliseconds; `pause` comes back after the messages that have arrived. */
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
