/** When the client lets two workers share an experiment, and what happens to the pair. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { experimentOf, fakePool, seedSample } from '../../tests/fakePool.ts';
import type { FakePool } from '../../tests/fakePool.ts';
import type { Pool, Reply } from './client.ts';
import type { FromWorker, WorkerJob } from './protocol.ts';

const large = experimentOf('lane=he_normal&depth=50&width=512&batch=512');
const middle = experimentOf('lane=he_normal&depth=10&width=256&batch=256');
const small = experimentOf('lane=he_normal&depth=10&width=32&batch=32');
const huge = experimentOf('lane=he_normal&depth=100&width=1024&batch=1024');

let pool: FakePool;
/** A client whose replies are handed over at once. */
const create = (size: number): Pool => {
  pool = fakePool(size, (flush) => flush());
  return pool.client;
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const runs = (thread: number): readonly { readonly runId: number; readonly job: WorkerJob }[] =>
  (pool.threads[thread]?.sent ?? []).flatMap((each) => (each.type === 'run' ? [each] : []));
const kinds = (): readonly string[][] =>
  pool.threads.map((_, thread) => runs(thread).map(({ job }) => job.kind));
const replies = (): readonly Reply[] => pool.replies.flat();
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
async function share(client: Pool): Promise<readonly [number, number, number]> {
  const runId = client.run(0, large);
  await pool.settle();
  for (const thread of [0, 1]) pool.answer(thread, { type: 'ready', build: 'simd' });
  return [runId, runs(0).at(-1)!.runId, runs(1).at(-1)!.runId];
}

test('the only lane is shared by two workers, which are connected', async () => {
  await share(create(4));
  expect(kinds()).toEqual([['measure'], ['compute']]);
  for (const thread of [0, 1]) {
    expect(pool.threads[thread]!.sent.map(({ type }) => type)).toEqual(['start', 'run']);
    expect(runs(thread)[0]!.job).toMatchObject({ port: expect.any(MessagePort) });
  }
});

test('several lanes, small ones, very large ones and a single worker are not', async () => {
  const client = create(2);
  client.run(0, large);
  client.run(1, large);
  await pool.settle();
  expect(kinds()).toEqual([['experiment'], ['experiment']]);
  for (const [size, job] of [
    [2, small],
    [2, huge],
    [1, large],
  ] as const) {
    const other = create(size);
    other.prepare(size);
    other.run(0, job);
    await pool.settle();
    expect(kinds().flat()).toEqual(['experiment']);
  }
});

test('a lane of middle size is shared if the second worker is there, and does not start it', async () => {
  create(2).run(0, middle);
  await pool.settle();
  expect(kinds()).toEqual([['experiment']]);
  const client = create(2);
  client.prepare(2);
  client.run(0, middle);
  await pool.settle();
  expect(kinds()).toEqual([['measure'], ['compute']]);
});

test('with one worker in use no lane is shared, whatever there are', async () => {
  const client = create(2);
  client.prepare(2);
  client.setInUse(1);
  client.run(0, large);
  await pool.settle();
  expect(kinds()).toEqual([['experiment'], []]);
});

test('a lane that runs anew, its old run still there, is shared again', async () => {
  const client = create(2);
  const [first, ...ids] = await share(client);
  client.run(0, large);
  client.cancel(first);
  await pool.settle();
  expect(kinds()).toEqual([
    ['measure', 'measure'],
    ['compute', 'compute'],
  ]);
  for (const [half, runId] of ids.entries()) {
    expect(pool.threads[half]!.sent).toContainEqual({ type: 'cancel', runId });
  }
});

test('the request ends once, with the outcome, whichever half ends first', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    const [runId, ...ids] = await share(create(2));
    for (const half of order) pool.answer(half, done(ids[half], half === 0));
    expect(replies()).toMatchObject([{ type: 'done', runId, outcome: { loss: null } }]);
  }
});

test('cancelling stops both halves and ends once', async () => {
  const client = create(2);
  const [runId, measure, compute] = await share(client);
  client.cancel(runId);
  await pool.settle();
  expect(pool.threads[0]!.sent.at(-1)).toEqual({ type: 'cancel', runId: measure });
  expect(pool.threads[1]!.sent.at(-1)).toEqual({ type: 'cancel', runId: compute });
  pool.answer(1, { type: 'cancelled', lane: 0, runId: compute });
  pool.answer(0, { type: 'cancelled', lane: 0, runId: measure });
  expect(replies()).toEqual([{ type: 'cancelled', lane: 0, runId }]);
});

test('if one half dies or fails, the other is cancelled and the request fails once', async () => {
  for (const dead of [0, 1]) {
    const [runId, ...ids] = await share(create(2));
    pool.threads[dead]!.events.onDeath({ code: 'crashed', detail: 'gone' });
    expect(replies()).toMatchObject([{ type: 'failed', runId, error: { code: 'crashed' } }]);
    expect(pool.threads[1 - dead]!.sent.at(-1)).toEqual({ type: 'cancel', runId: ids[1 - dead] });
  }
});

test.each([0, 1])(
  'if half %i falls silent, one worker repeats the run, and says nothing twice',
  async (silent) => {
    const [runId, ...ids] = await share(create(2));
    pool.answer(0, seedSample(ids[0], 1));
    pool.answer(0, seedSample(ids[0], 2));
    for (let second = 0; second < 5; second += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      pool.answer(1 - silent, { type: 'pong' });
    }
    expect(pool.threads[silent]!.terminated).toBe(true);
    expect(pool.threads[1 - silent]!.terminated).toBe(false);
    expect(pool.threads[1 - silent]!.sent).toContainEqual({
      type: 'cancel',
      runId: ids[1 - silent],
    });
    expect(pool.restarts()).toBe(1);
    // The lane's own worker repeats it: a new one if that was the silent one.
    const thread = silent === 0 ? 2 : 0;
    const again = runs(thread).at(-1)!;
    expect(again.job).toEqual(large);
    // What the living half still says about the old run is not heard.
    pool.answer(1 - silent, { type: 'cancelled', lane: 0, runId: ids[1 - silent]! });
    for (const step of [1, 2, 3]) pool.answer(thread, seedSample(again.runId, step));
    pool.answer(thread, done(again.runId, true));
    expect(
      replies().map((reply) => (reply.type === 'seedBand' ? reply.sample.seed : reply.type)),
    ).toEqual([1, 2, 3, 'done']);
    expect(replies().every((reply) => reply.runId === runId)).toBe(true);
  },
);
