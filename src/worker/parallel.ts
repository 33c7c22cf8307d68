/**
 * How many threads of this device run at once. That may be another number than that of its cores by name: some browsers
 * hide it, WebKit names at least four, a container may use fewer than there are. More threads than run at once take
 * turns, and each compiles its own code. So while the pool is idle, its threads count as fast as they can for a moment:
 * all of them, then one fewer, down to one. The fewest that count nearly as far together as any number are those of use.
 *
 * Other work on the device only ever shortens a count. So the highest of each number stands, and they are repeated,
 * less and less often.
 */
import { sharedNow } from './countBetween.ts';

/** A device gives a thread some ms before another one's turn. */
const COUNT_MS = 24;
/** Until all threads have been told. */
const LEAD_MS = 6;
/** Until all have answered; a count that comes later is left out. */
const ANSWER_MS = 60;
/** Between two counts of the first round; twice as long in each next one. */
const FIRST_PAUSE_MS = 60;
/** Until then nothing is decided: the threads warm up, the counting is compiled, and a busy moment may still last. */
const MIN_ROUNDS = 4;
/** Share of the furthest count: one thread more of six adds a fifth, and slows the others by less than half of that. */
const ENOUGH = 0.9;

/** The part of the pool that counts. */
export interface Counters {
  /** Number of threads. */
  readonly size: number;
  readonly busy: () => boolean;
  /** Lets the first `threads` of them count between two moments; `heard` is called with what each has counted. */
  readonly count: (
    threads: number,
    from: number,
    until: number,
    heard: (count: number) => void,
  ) => void;
}

export interface ParallelClock {
  /** In ms, the same for all threads. */
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => void;
}

const CLOCK: ParallelClock = {
  now: sharedNow,
  after: (ms, run) => void setTimeout(run, ms),
};

/** The fewest threads of use, from what one, two, … have counted together; `null` if that says nothing. */
function fewestOfUse(counts: readonly number[]): number | null {
  if (counts.some((count) => count === 0)) return null;
  return counts.findIndex((count) => count >= ENOUGH * Math.max(...counts)) + 1;
}

/** Calls `onFound` with the number of threads that run at once, whenever it is known better. */
export function followParallel(
  counters: Counters,
  onFound: (threads: number) => void,
  { now, after }: ParallelClock = CLOCK,
): void {
  const furthest = Array.from({ length: counters.size }, () => 0);
  let threads = counters.size;
  let round = 1;
  let pause = FIRST_PAUSE_MS;

  function endRound(): void {
    const found = fewestOfUse(furthest);
    if (round >= MIN_ROUNDS && found !== null) onFound(found);
    round += 1;
    pause *= 2;
    threads = counters.size;
  }

  function countOnce(): void {
    if (counters.busy()) return after(pause, countOnce);
    let sum = 0;
    const from = now() + LEAD_MS;
    counters.count(threads, from, from + COUNT_MS, (count) => {
      sum += count;
    });
    after(LEAD_MS + COUNT_MS + ANSWER_MS, () => {
      furthest[threads - 1] = Math.max(furthest[threads - 1] ?? 0, sum);
      threads -= 1;
      if (threads === 0) endRound();
      after(pause, countOnce);
    });
  }

  // One thread alone has nobody to be compared with.
  if (counters.size > 1) after(pause, countOnce);
}
