/** What the threads of a pool learn about a device by counting, on devices that are made up. */
import { expect, test } from 'vitest';
import { countBetween } from './countBetween.ts';
import type { Counters } from './parallel.ts';
import { followParallel } from './parallel.ts';

/** Counts of one thread that has a core for a whole window. */
const FULL = 1e5;

interface Device {
  /** Number of threads in the pool. */
  readonly size: number;
  /** Threads that really run at once, at a time in ms. */
  readonly cores: (at: number) => number;
  /** Speed of each of `threads` that run at once, as a share: several cores get hotter than one. */
  readonly speed?: (threads: number) => number;
  readonly busy?: (at: number) => boolean;
  /** Whether the threads answer. */
  readonly answers?: boolean;
}

interface Watched {
  /** What was said to be of use, and when. */
  readonly said: readonly (readonly [at: number, threads: number])[];
  /** When counts were asked for, of how many threads. */
  readonly asked: readonly (readonly [at: number, threads: number])[];
}

/** The first `ms` on a device. */
function watch(device: Device, ms: number): Watched {
  const { size, cores, speed = () => 1, busy = () => false, answers = true } = device;
  let at = 0;
  const tasks: { readonly due: number; readonly run: () => void }[] = [];
  const said: [number, number][] = [];
  const asked: [number, number][] = [];
  const counters: Counters = {
    size,
    busy: () => busy(at),
    count(threads, from, until, heard) {
      asked.push([at, threads]);
      if (!answers) return;
      const running = Math.min(threads, cores(from));
      const each = (FULL * running * speed(running)) / threads;
      const answer = { due: until, run: () => heard(Math.round(each)) };
      tasks.push(...Array.from({ length: threads }, () => answer));
    },
  };
  followParallel(counters, (threads) => void said.push([at, threads]), {
    now: () => at,
    after: (wait, run) => void tasks.push({ due: at + wait, run }),
  });
  for (;;) {
    tasks.sort((a, b) => a.due - b.due);
    const next = tasks.shift();
    if (next === undefined || next.due > ms) return { said, asked };
    at = next.due;
    next.run();
  }
}

const threadsSaid = (watched: Watched): readonly number[] => [
  ...new Set(watched.said.map(([, threads]) => threads)),
];

test.each([
  [4, 2],
  [4, 3],
  [4, 4],
  [6, 6],
  [6, 1],
  [2, 1],
  [2, 2],
])('a pool of %i on a device that runs %i of them at once', (size, cores) => {
  expect(threadsSaid(watch({ size, cores: () => cores }, 60_000))).toEqual([cores]);
});

test('cores that are slower together are all of use', () => {
  // As of a laptop: one core at 4.4 GHz, six of them at 3.4.
  const speed = (threads: number): number => 1 - ((1 - 3.4 / 4.4) * (threads - 1)) / 5;
  expect(threadsSaid(watch({ size: 6, cores: () => 6, speed }, 60_000))).toEqual([6]);
  // Four large cores and four small ones, half as fast.
  const mixed = (threads: number): number =>
    (Math.min(4, threads) + (threads > 4 ? 1 : 0)) / threads;
  expect(threadsSaid(watch({ size: 6, cores: () => 6, speed: mixed }, 60_000))).not.toContain(4);
});

test('other work lowers the number for a short while at most', () => {
  // Every other half second, something else takes all cores but one.
  const cores = (at: number): number => (at % 1000 < 500 ? 1 : 4);
  const { said } = watch({ size: 4, cores }, 600_000);
  expect(said.at(-1)?.[1]).toBe(4);
  // A minute of other work at the start is forgotten after it.
  const later = watch({ size: 4, cores: (at) => (at < 60_000 ? 1 : 4) }, 600_000).said;
  expect(later[0]?.[1]).toBe(1);
  expect(later.find(([, threads]) => threads === 4)?.[0]).toBeLessThan(180_000);
  expect(later.at(-1)?.[1]).toBe(4);
});

test('nothing is said in the first second, which is full of other things', () => {
  expect(watch({ size: 4, cores: () => 2 }, 60_000).said[0]?.[0]).toBeGreaterThan(1000);
});

test('nothing is counted while the pool works', () => {
  const { asked } = watch({ size: 4, cores: () => 2, busy: (at) => at < 5000 }, 20_000);
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.every(([at]) => at >= 5000)).toBe(true);
});

test('counts become rare: less than a thousandth of the first hour', () => {
  const { asked } = watch({ size: 6, cores: () => 6 }, 3_600_000);
  expect(asked.length * 30).toBeLessThan(3600);
  expect(asked.at(-1)?.[0]).toBeGreaterThan(1_800_000);
});

test('threads that do not answer, or cannot, leave everything as it is', () => {
  expect(watch({ size: 4, cores: () => 2, answers: false }, 60_000).said).toEqual([]);
});

test('one thread alone is not compared with anything', () => {
  expect(watch({ size: 1, cores: () => 1 }, 60_000)).toEqual({ said: [], asked: [] });
});

/** A clock that advances by `step` with each look. */
const clock = (step: number): (() => number) => {
  let time = 0;
  return () => (time += step);
};

test('a thread counts what lies between the two moments', () => {
  expect(countBetween(5, 30, clock(1))).toBe(25);
  expect(countBetween(5, 30, clock(0.5))).toBe(50);
  // It has come in the middle, or too late.
  expect(countBetween(-20, 6, clock(1))).toBe(4);
  expect(countBetween(-50, -20, clock(1))).toBe(0);
});

test('a thread whose clock is another does not wait for it', () => {
  expect(countBetween(1e9, 1e9 + 24, clock(1))).toBe(0);
});
