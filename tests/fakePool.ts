/** The page's client over threads that only record what they are sent; timers are to be fake. */
import { vi } from 'vitest';
import { sharedDomains } from '../src/engine/lab/domains.ts';
import { laneConfig } from '../src/engine/lab/lab.ts';
import { parseQuery } from '../src/engine/lab/query.ts';
import type { Pool, Reply, ThreadEvents } from '../src/worker/client.ts';
import { createClient } from '../src/worker/client.ts';
import type { ExperimentJob, FromWorker, ToWorker } from '../src/worker/protocol.ts';

export interface FakeThread {
  readonly events: ThreadEvents;
  readonly sent: ToWorker[];
  terminated: boolean;
}

export interface FakePool {
  readonly client: Pool;
  /** In the order of their start. */
  readonly threads: readonly FakeThread[];
  /** As they were handed over. */
  readonly replies: readonly (readonly Reply[])[];
  /** What waits for a frame. */
  readonly frames: readonly (() => void)[];
  /** How often the page was told that a thread was replaced. */
  readonly restarts: () => number;
  /** A message from a thread. */
  readonly answer: (thread: number, message: FromWorker) => void;
  /** Lets everything happen that waits for no time to pass. */
  readonly settle: () => Promise<void>;
  readonly drawFrames: () => void;
  /** The types of all replies, in order. */
  readonly types: () => readonly string[];
}

/** `schedule`: when replies are handed over; by default, when `frames` are called. */
export function fakePool(size: number, schedule?: (flush: () => void) => void): FakePool {
  const threads: FakeThread[] = [];
  const replies: Reply[][] = [];
  const frames: (() => void)[] = [];
  let restarts = 0;
  const client = createClient({
    size,
    kernels: Promise.resolve({ module: null, build: 'simd' }),
    spawn(events) {
      const thread: FakeThread = { events, sent: [], terminated: false };
      threads.push(thread);
      return {
        post: (message) => void thread.sent.push(message),
        terminate: () => {
          thread.terminated = true;
        },
      };
    },
    schedule: schedule ?? ((flush) => void frames.push(flush)),
    onReplies: (batch) => void replies.push([...batch]),
    onReady: () => undefined,
    onRestart: () => {
      restarts += 1;
    },
  });
  return {
    client,
    threads,
    replies,
    frames,
    restarts: () => restarts,
    answer: (thread, message) => threads[thread]?.events.onMessage(message),
    settle: () => vi.advanceTimersByTimeAsync(0).then(() => undefined),
    drawFrames: () => frames.forEach((draw) => draw()),
    types: () => replies.flat().map(({ type }) => type),
  };
}

/** The first lane of a link as a job. */
export function experimentOf(query: string): ExperimentJob {
  const { lab } = parseQuery(query);
  const [lane] = lab.lanes;
  if (lane === undefined) throw new Error(`no lane in ${query}`);
  const config = laneConfig(lab, lane);
  return { kind: 'experiment', config, domains: sharedDomains([config]) };
}

/** A lane's run has ended. */
export const done = (runId: number): FromWorker => ({
  type: 'done',
  lane: 0,
  runId,
  ms: 1,
  outcome: null,
});

/** A reply that a run may send any number of times. */
export const seedSample = (runId: number, seed: number): FromWorker => ({
  type: 'seedBand',
  lane: 0,
  runId,
  done: 1,
  total: 1,
  sample: { seed, activationStd: [], gradientStd: null, similarity: [] },
});
