/** How the client deals jobs out to its workers and hands over their replies. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { done, experimentOf, fakePool, seedSample } from '../../tests/fakePool.ts';
import type { FakePool } from '../../tests/fakePool.ts';

let pool: FakePool;

beforeEach(() => {
  vi.useFakeTimers();
  pool = fakePool(2);
});
afterEach(() => vi.useRealTimers());

const experiment = experimentOf('lane=he_normal&depth=16&width=256&batch=256');

test('a worker gets its kernels first, then the job; a lane keeps its worker', async () => {
  pool.client.run(0, experiment);
  pool.client.run(1, experiment);
  pool.client.run(2, experiment);
  await pool.settle();
  expect(pool.threads.length).toBe(2);
  expect(pool.threads[0]!.sent.map(({ type }) => type)).toEqual(['start', 'run', 'run']);
  expect(pool.threads[1]!.sent.map(({ type }) => type)).toEqual(['start', 'run']);
});

test('workers that are prepared warm up, and are the ones that run', async () => {
  pool.client.prepare(1);
  await pool.settle();
  expect(pool.threads[0]!.sent).toMatchObject([{ type: 'start', warm: true }]);
  pool.client.run(0, experiment);
  pool.client.run(1, experiment);
  await pool.settle();
  expect(pool.threads.map(({ sent }) => sent.map(({ type }) => type))).toEqual([
    ['start', 'run'],
    ['start', 'run'],
  ]);
  expect(pool.threads[1]!.sent[0]).toMatchObject({ warm: false });
});

test('a small run starts no second worker; a large one does', async () => {
  const job = experimentOf('lane=he_normal&depth=16&width=16&batch=256');
  for (const lane of [0, 1, 2]) pool.client.run(lane, job);
  await pool.settle();
  expect(pool.threads.map(({ sent }) => sent.length)).toEqual([4]);
  pool.client.run(1, experiment);
  await pool.settle();
  expect(pool.threads.map(({ sent }) => sent.length)).toEqual([4, 2]);
});

test('small runs have the worker of their lane once it is there', async () => {
  const job = experimentOf('lane=he_normal&depth=16&width=16&batch=256');
  pool.client.prepare(2);
  for (const lane of [0, 1]) pool.client.run(lane, job);
  await pool.settle();
  expect(pool.threads.map(({ sent }) => sent.map(({ type }) => type))).toEqual([
    ['start', 'run'],
    ['start', 'run'],
  ]);
});

test('replies are handed over at a frame, and at once when no run is left', async () => {
  const runId = pool.client.run(0, experiment);
  await pool.settle();
  pool.answer(0, seedSample(runId, 1));
  pool.answer(0, seedSample(runId, 2));
  expect(pool.replies).toEqual([]);
  expect(pool.frames.length).toBe(1);
  pool.frames[0]!();
  expect(pool.replies.length).toBe(1);
  expect(pool.replies[0]!.length).toBe(2);
  const other = pool.client.run(1, experiment);
  pool.answer(0, done(runId));
  expect(pool.types()).toEqual(['seedBand', 'seedBand']);
  pool.answer(1, done(other));
  expect(pool.types()).toEqual(['seedBand', 'seedBand', 'done', 'done']);
});

test('without frames, as in a hidden window, the failure of the last run is told at once', async () => {
  pool.client.run(0, experiment);
  const other = pool.client.run(1, experiment);
  await pool.settle();
  pool.threads[0]!.events.onDeath({ code: 'crashed', detail: '' });
  expect(pool.types()).toEqual([]);
  pool.answer(1, {
    type: 'failed',
    lane: 1,
    runId: other,
    error: { code: 'out-of-memory', detail: '' },
  });
  expect(pool.types()).toEqual(['failed', 'failed']);
});

test('nothing comes after the end of a run', async () => {
  const runId = pool.client.run(0, experiment);
  await pool.settle();
  pool.answer(0, done(runId));
  pool.answer(0, done(runId));
  pool.answer(0, seedSample(runId, 1));
  pool.drawFrames();
  expect(pool.types()).toEqual(['done']);
});

test('a seed band is shared out over the pool and ends once', async () => {
  const runId = pool.client.run(0, {
    kind: 'seedBand',
    config: experiment.config,
    seeds: [1, 2, 3],
  });
  await pool.settle();
  const jobs = pool.threads.flatMap(({ sent }) => sent).filter((each) => each.type === 'run');
  expect(
    jobs.flatMap(({ job }) => (job.kind === 'seedBand' ? job.seeds : [])).toSorted((a, b) => a - b),
  ).toEqual([1, 2, 3]);
  pool.answer(0, seedSample(jobs[0]!.runId, 1));
  pool.answer(1, seedSample(jobs[1]!.runId, 2));
  pool.answer(0, done(jobs[0]!.runId));
  expect(pool.types()).not.toContain('done');
  pool.answer(1, done(jobs[1]!.runId));
  const all = pool.replies.flat();
  expect(all.every((reply) => reply.runId === runId)).toBe(true);
  expect(all.map((reply) => (reply.type === 'seedBand' ? reply.done : reply.type))).toEqual([
    1,
    2,
    'done',
  ]);
});

test('a run cancelled before the kernels are there is told to the worker in that order', async () => {
  const runId = pool.client.run(0, experiment);
  pool.client.cancel(runId);
  await pool.settle();
  expect(pool.threads[0]!.sent.map(({ type }) => type)).toEqual(['start', 'run', 'cancel']);
});

test('a seed band whose part fails ends once, and its other parts are cancelled', async () => {
  const runId = pool.client.run(0, {
    kind: 'seedBand',
    config: experiment.config,
    seeds: [1, 2, 3, 4],
  });
  await pool.settle();
  const parts = pool.threads.map(({ sent }) => sent.find((each) => each.type === 'run')!);
  pool.answer(1, {
    type: 'failed',
    lane: 0,
    runId: parts[1]!.runId,
    error: { code: 'internal', detail: '' },
  });
  expect(pool.threads[0]!.sent.at(-1)).toEqual({ type: 'cancel', runId: parts[0]!.runId });
  pool.answer(0, seedSample(parts[0]!.runId, 1));
  pool.answer(0, { type: 'cancelled', lane: 0, runId: parts[0]!.runId });
  pool.drawFrames();
  expect(pool.replies.flat()).toMatchObject([{ type: 'failed', runId }]);
});

test('cancelling a seed band cancels each of its parts and ends it once', async () => {
  const runId = pool.client.run(1, {
    kind: 'seedBand',
    config: experiment.config,
    seeds: [1, 2, 3, 4],
  });
  await pool.settle();
  pool.client.cancel(runId);
  await pool.settle();
  for (const [i, { sent }] of pool.threads.entries()) {
    const last = sent.at(-1)!;
    if (last.type !== 'cancel') throw new Error('a part was not cancelled');
    pool.answer(i, { type: 'cancelled', lane: 1, runId: last.runId });
  }
  pool.drawFrames();
  expect(pool.replies.flat()).toEqual([{ type: 'cancelled', lane: 1, runId }]);
});

test('after the end of the page nothing runs and nothing is said', async () => {
  const runId = pool.client.run(0, experiment);
  pool.client.run(1, experiment);
  await pool.settle();
  pool.answer(0, seedSample(runId, 1));
  pool.client.dispose();
  pool.drawFrames();
  pool.answer(0, done(runId));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(pool.threads.every(({ terminated }) => terminated)).toBe(true);
  expect(pool.replies).toEqual([]);
});

test('jobs go to the workers in use, and are split over them', async () => {
  pool = fakePool(4);
  pool.client.prepare(4);
  pool.client.setInUse(2);
  for (const lane of [0, 1, 2, 3]) pool.client.run(lane, experiment);
  await pool.settle();
  const runs = (): readonly number[] =>
    pool.threads.map(({ sent }) => sent.filter(({ type }) => type === 'run').length);
  expect(runs()).toEqual([2, 2, 0, 0]);
  pool.client.run(0, { kind: 'seedBand', config: experiment.config, seeds: [1, 2, 3] });
  await pool.settle();
  expect(runs()).toEqual([3, 3, 0, 0]);
  pool.client.setInUse(4);
  for (const lane of [0, 1, 2, 3]) pool.client.run(lane, experiment);
  await pool.settle();
  expect(runs()).toEqual([4, 4, 1, 1]);
});

test('workers count when they are asked, and a late count is not heard', async () => {
  pool = fakePool(4);
  pool.client.prepare(4);
  const heard: number[] = [];
  pool.client.count(3, 10, 30, (count) => void heard.push(count));
  await pool.settle();
  expect(pool.threads.map(({ sent }) => sent.at(-1)!.type)).toEqual([
    'count',
    'count',
    'count',
    'start',
  ]);
  for (const thread of [0, 1]) pool.answer(thread, { type: 'counted', until: 30, count: 5 });
  pool.client.count(2, 40, 60, (count) => void heard.push(-count));
  pool.answer(2, { type: 'counted', until: 30, count: 5 });
  pool.answer(0, { type: 'counted', until: 60, count: 7 });
  expect(heard).toEqual([5, 5, -7]);
  expect(pool.client.busy()).toBe(false);
  pool.client.run(0, experiment);
  expect(pool.client.busy()).toBe(true);
});
