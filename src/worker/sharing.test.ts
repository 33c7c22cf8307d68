/** When the client lets two workers share an experiment, and what happens to the pair. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sharedDomains } from '../engine/lab/domains.ts';
import { laneConfig } from '../engine/lab/lab.ts';
import { parseQuery } from '../engine/lab/query.ts';
import type { Pool, Reply, ThreadEvents } from './client.ts';
import { createClient } from './client.ts';
import type { FromWorker, Job, ToWorker, WorkerJob } from './protocol.ts';

interface Fake {
  readonly events: ThreadEvents;
  readonly sent: ToWorker[];
  terminated: boolean;
}

const jobOf = (query: string): Job => {
  const { lab } = parseQuery(query);
  const config = laneConfig(lab, lab.lanes[0]!);
  return { kind: 'experiment', config, domains: sharedDomains([config]) };
};
const large = jobOf('lane=he_normal&depth=50&width=512&batch=512');
const middle = jobOf('lane=he_normal&depth=10&width=256&batch=256');
const small = jobOf('lane=he_normal&depth=10&width=32&batch=32');
const huge = jobOf('lane=he_normal&depth=100&width=1024&batch=1024');

let threads: Fake[];
let replies: Reply[];
let restarts: number;

function create(size: number): Pool {
  return createClient({
    size,
    kernels: Promise.resolve({ module: null, build: 'simd' }),
    spawn(events) {
      const thread: Fake = { events, sent: [], terminated: false };
      threads.push(thread);
      return {
        post: (message) => void thread.sent.push(message),
        terminate: () => {
          thread.terminated = true;
        },
      };
    },
    schedule: (flush) => flush(),
    onReplies: (batch) => void replies.push(...batch),
    onReady: () => undefined,
    onRestart: () => {
      restarts += 1;
    },
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  threads = [];
  replies = [];
  restarts = 0;
});
afterEach(() => vi.useRealTimers());

const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);
const runs = (thread: number): readonly { readonly runId: number; readonly job: WorkerJob }[] =>
  (threads[thread]?.sent ?? []).flatMap((each) => (each.type === 'run' ? [each] : []));
const kinds = (): readonly string[][] =>
  threads.map((_, thread) => runs(thread).map(({ job }) => job.kind));
const answer = (thread: number, message: FromWorker): void =>
  threads[thread]!.events.onMessage(message);
const record = (runId: number, step: number): FromWorker => ({
  type: 'seedBand',
  lane: 0,
  runId,
  done: 1,
  total: 1,
  sample: { seed: step, activationStd: [], gradientStd: null, similarity: [] },
});
const done = (runId: number, withOutcome: boolean): FromWorker => {
  const outcome = {
    output: null,
    loss: null,
    firstNonFiniteLayer: null,
    firstAllZeroLayer: null,
    verdict: { id: 'healthy', reason: { kind: 'no-layers' } },
    notes: [],
    notices: [],
  } as const;
  return { type: 'done', lane: 0, runId, ms: 1, outcome: withOutcome ? outcome : null };
};

/** A shared run of lane 0: its number, and those of its two halves. */
async function share(pool: Pool): Promise<readonly [number, number, number]> {
  const runId = pool.run(0, large);
  await settle();
  for (const thread of [0, 1]) answer(thread, { type: 'ready', build: 'simd' });
  return [runId, runs(0).at(-1)!.runId, runs(1).at(-1)!.runId];
}

test('the only lane is shared by two workers, which are connected', async () => {
  await share(create(4));
  expect(kinds()).toEqual([['measure'], ['compute']]);
  for (const thread of [0, 1]) {
    expect(threads[thread]!.sent.map(({ type }) => type)).toEqual(['start', 'run']);
    expect(runs(thread)[0]!.job).toMatchObject({ port: expect.any(MessagePort) });
  }
});

test('several lanes, small ones, very large ones and a single worker are not', async () => {
  const pool = create(2);
  pool.run(0, large);
  pool.run(1, large);
  await settle();
  expect(kinds()).toEqual([['experiment'], ['experiment']]);
  for (const [size, job] of [
    [2, small],
    [2, huge],
    [1, large],
  ] as const) {
    threads = [];
    const other = create(size);
    other.prepare(size);
    other.run(0, job);
    await settle();
    expect(kinds().flat()).toEqual(['experiment']);
  }
});

test('a lane of middle size is shared if the second worker is there, and does not start it', async () => {
  create(2).run(0, middle);
  await settle();
  expect(kinds()).toEqual([['experiment']]);
  threads = [];
  const pool = create(2);
  pool.prepare(2);
  pool.run(0, middle);
  await settle();
  expect(kinds()).toEqual([['measure'], ['compute']]);
});

test('a lane that runs anew, its old run still there, is shared again', async () => {
  const pool = create(2);
  const [first, ...ids] = await share(pool);
  pool.run(0, large);
  pool.cancel(first);
  await settle();
  expect(kinds()).toEqual([
    ['measure', 'measure'],
    ['compute', 'compute'],
  ]);
  for (const [half, runId] of ids.entries()) {
    expect(threads[half]!.sent).toContainEqual({ type: 'cancel', runId });
  }
});

test('the request ends once, with the outcome, whichever half ends first', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    threads = [];
    replies = [];
    const [runId, ...ids] = await share(create(2));
    for (const half of order) answer(half, done(ids[half], half === 0));
    expect(replies).toMatchObject([{ type: 'done', runId, outcome: { loss: null } }]);
    expect(replies[0]!.type === 'done' && replies[0]!.outcome !== null).toBe(true);
  }
});

test('cancelling stops both halves and ends once', async () => {
  const pool = create(2);
  const [runId, measure, compute] = await share(pool);
  pool.cancel(runId);
  await settle();
  expect(threads[0]!.sent.at(-1)).toEqual({ type: 'cancel', runId: measure });
  expect(threads[1]!.sent.at(-1)).toEqual({ type: 'cancel', runId: compute });
  answer(1, { type: 'cancelled', lane: 0, runId: compute });
  answer(0, { type: 'cancelled', lane: 0, runId: measure });
  expect(replies).toEqual([{ type: 'cancelled', lane: 0, runId }]);
});

test('if one half dies or fails, the other is cancelled and the request fails once', async () => {
  for (const dead of [0, 1]) {
    threads = [];
    replies = [];
    const [runId, ...ids] = await share(create(2));
    threads[dead]!.events.onDeath({ code: 'crashed', detail: 'gone' });
    expect(replies).toMatchObject([{ type: 'failed', runId, error: { code: 'crashed' } }]);
    expect(threads[1 - dead]!.sent.at(-1)).toEqual({ type: 'cancel', runId: ids[1 - dead] });
  }
});

test.each([0, 1])(
  'if half %i falls silent, one worker repeats the run, and says nothing twice',
  async (silent) => {
    const [runId, ...ids] = await share(create(2));
    answer(0, record(ids[0], 1));
    answer(0, record(ids[0], 2));
    for (let second = 0; second < 5; second += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      answer(1 - silent, { type: 'pong' });
    }
    expect(threads[silent]!.terminated).toBe(true);
    expect(threads[1 - silent]!.terminated).toBe(false);
    expect(threads[1 - silent]!.sent).toContainEqual({ type: 'cancel', runId: ids[1 - silent] });
    expect(restarts).toBe(1);
    // The lane's own worker repeats it: a new one if that was the silent one.
    const thread = silent === 0 ? 2 : 0;
    const again = runs(thread).at(-1)!;
    expect(again.job).toEqual(large);
    // What the living half still says about the old run is not heard.
    answer(1 - silent, { type: 'cancelled', lane: 0, runId: ids[1 - silent]! });
    for (const step of [1, 2, 3]) answer(thread, record(again.runId, step));
    answer(thread, done(again.runId, true));
    expect(
      replies.map((reply) => (reply.type === 'seedBand' ? reply.sample.seed : reply.type)),
    ).toEqual([1, 2, 3, 'done']);
    expect(replies.every((reply) => reply.runId === runId)).toBe(true);
  },
);
