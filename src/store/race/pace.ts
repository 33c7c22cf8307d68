/**
 * How often a race that plays is drawn: a drawing, from its frame to the next, is followed by as long a rest, so that a
 * slow device answers in between. Times in ms.
 */
export interface Pace {
  /** A drawing begins in the frame at `now`. */
  readonly begin: (now: number) => void;
  /** The next frame. */
  readonly end: (now: number) => void;
  /** How long the rest still lasts. */
  readonly rest: (now: number) => number;
}

/** A pause that has nothing to do with the drawing, such as a tab in the background. */
const MAX_COST_MS = 250;

export function createPace(): Pace {
  let began: number | null = null;
  let due = 0;
  return {
    begin(now) {
      began = now;
    },
    end(now) {
      if (began !== null) due = now + Math.min(MAX_COST_MS, now - began);
      began = null;
    },
    rest: (now) => Math.max(0, due - now),
  };
}
