/** What the client does about workers that die or fall silent. */
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

test('a worker that dies fails its runs and is started again at the next one', async () => {
  pool.client.run(0, experiment);
  const other = pool.client.run(1, experiment);
  await pool.settle();
  pool.threads[0]!.events.onDeath({ code: 'crashed', detail: 'gone' });
  pool.drawFrames();
  expect(pool.replies.flat()).toMatchObject([{ type: 'failed', error: { code: 'crashed' } }]);
  expect(pool.threads[0]!.terminated).toBe(true);
  pool.answer(1, done(other));
  pool.client.run(0, experiment);
  await pool.settle();
  expect(pool.threads.length).toBe(3);
  expect(pool.threads[2]!.sent.map(({ type }) => type)).toEqual(['start', 'run']);
});

test('after three deaths in a row a run fails without a new worker; the next one tries again', async () => {
  for (let i = 0; i < 3; i += 1) {
    pool.client.run(0, experiment);
    await pool.settle();
    pool.threads.at(-1)!.events.onDeath({ code: 'crashed', detail: 'again' });
  }
  const before = pool.threads.length;
  pool.client.run(0, experiment);
  await pool.settle();
  expect(pool.threads.length).toBe(before);
  pool.drawFrames();
  expect(pool.types().filter((type) => type === 'failed').length).toBe(4);
  pool.client.run(0, experiment);
  await pool.settle();
  expect(pool.threads.length).toBe(before + 1);
});

test('a worker that does not stop after a cancel is replaced, and its run ends as cancelled', async () => {
  const runId = pool.client.run(0, experiment);
  await pool.settle();
  pool.answer(0, { type: 'ready', build: 'simd' });
  pool.client.cancel(runId);
  await pool.settle();
  expect(pool.threads[0]!.sent.at(-1)).toEqual({ type: 'cancel', runId });
  await vi.advanceTimersByTimeAsync(4900);
  expect(pool.threads[0]!.terminated).toBe(false);
  await vi.advanceTimersByTimeAsync(1200);
  expect(pool.threads[0]!.terminated).toBe(true);
  pool.drawFrames();
  expect(pool.types()).toEqual(['cancelled']);
});

test('a tab that slept after a cancel does not take its worker for dead', async () => {
  const runId = pool.client.run(0, experiment);
  await pool.settle();
  pool.answer(0, { type: 'ready', build: 'simd' });
  pool.client.cancel(runId);
  await pool.settle();
  // Clocks go on during the sleep; an interval fires once on waking, before the worker's reply is taken in.
  vi.setSystemTime(Date.now() + 60_000);
  await vi.advanceTimersByTimeAsync(1000);
  pool.answer(0, { type: 'cancelled', lane: 0, runId });
  expect(pool.threads[0]!.terminated).toBe(false);
});

test('a worker that was killed before its first message is replaced in the end', async () => {
  pool.client.run(0, experiment);
  await pool.settle();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(pool.threads[0]!.terminated).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(pool.threads[0]!.terminated).toBe(true);
  expect(pool.threads[1]!.sent.map(({ type }) => type)).toEqual(['start', 'run']);
});

test('one that stops in time stays', async () => {
  const runId = pool.client.run(0, experiment);
  await pool.settle();
  pool.client.cancel(runId);
  pool.answer(0, { type: 'cancelled', lane: 0, runId });
  await vi.advanceTimersByTimeAsync(6000);
  expect(pool.threads[0]!.terminated).toBe(false);
});

test('only the lanes of the worker that died fail', async () => {
  const first = pool.client.run(0, experiment);
  const second = pool.client.run(1, experiment);
  const third = pool.client.run(2, experiment);
  await pool.settle();
  pool.threads[0]!.events.onDeath({ code: 'crashed', detail: 'gone' });
  pool.drawFrames();
  expect(pool.replies.flat().map(({ runId }) => runId)).toEqual([first, third]);
  pool.answer(1, done(second));
  expect(pool.types()).toEqual(['failed', 'failed', 'done']);
});

test('a success in between forgets the deaths', async () => {
  for (let i = 0; i < 5; i += 1) {
    pool.client.run(0, experiment);
    await pool.settle();
    pool.threads.at(-1)!.events.onDeath({ code: 'crashed', detail: 'again' });
    const runId = pool.client.run(0, experiment);
    await pool.settle();
    const slot = pool.threads.length - 1;
    pool.answer(slot, done(runId));
  }
  expect(pool.threads.length).toBe(6);
});

test('the voice of a buried worker is not heard', async () => {
  pool.client.run(0, experiment);
  await pool.settle();
  pool.threads[0]!.events.onDeath({ code: 'crashed', detail: 'gone' });
  const runId = pool.client.run(0, experiment);
  await pool.settle();
  pool.answer(0, done(runId));
  expect(pool.types()).not.toContain('done');
  pool.answer(1, done(runId));
  expect(pool.types()).toContain('done');
});

test('a worker that falls silent is replaced within five seconds, and says nothing twice', async () => {
  const runId = pool.client.run(0, experiment);
  await pool.settle();
  pool.answer(0, { type: 'ready', build: 'simd' });
  pool.answer(0, seedSample(runId, 1));
  pool.answer(0, seedSample(runId, 2));
  await vi.advanceTimersByTimeAsync(5000);
  expect(pool.threads[0]!.terminated).toBe(true);
  expect(pool.restarts()).toBe(1);
  expect(pool.threads[1]!.sent.map(({ type }) => type)).toEqual(['start', 'run']);
  expect(pool.threads[1]!.sent.find(({ type }) => type === 'run')).toEqual(
    pool.threads[0]!.sent.find(({ type }) => type === 'run'),
  );
  for (const seed of [1, 2, 3]) pool.answer(1, seedSample(runId, seed));
  pool.answer(1, done(runId));
  pool.drawFrames();
  const seeds = pool.replies
    .flat()
    .map((reply) => (reply.type === 'seedBand' ? reply.sample.seed : 0));
  expect(seeds).toEqual([1, 2, 3, 0]);
});

test('one that answers, or is still loading, is left alone', async () => {
  pool.client.run(0, experiment);
  pool.client.run(1, experiment);
  await pool.settle();
  pool.answer(0, { type: 'ready', build: 'simd' });
  for (let second = 0; second < 20; second += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    if (pool.threads[0]!.sent.at(-1)!.type === 'ping') pool.answer(0, { type: 'pong' });
  }
  expect(pool.threads.map(({ terminated }) => terminated)).toEqual([false, false]);
  expect(pool.threads[0]!.sent.filter(({ type }) => type === 'ping').length).toBeGreaterThan(15);
});

test('nobody is asked when there is nothing to do, and a long rest is no silence', async () => {
  const first = pool.client.run(0, experiment);
  await pool.settle();
  pool.answer(0, { type: 'ready', build: 'simd' });
  await vi.advanceTimersByTimeAsync(2500);
  pool.answer(0, done(first));
  await vi.advanceTimersByTimeAsync(60_000);
  const pings = pool.threads[0]!.sent.filter(({ type }) => type === 'ping').length;
  expect(pings).toBeLessThanOrEqual(3);
  pool.client.run(0, experiment);
  await vi.advanceTimersByTimeAsync(1500);
  expect(pool.threads[0]!.terminated).toBe(false);
});

test('a run that was cancelled is not begun again', async () => {
  const runId = pool.client.run(0, experiment);
  await pool.settle();
  pool.answer(0, { type: 'ready', build: 'simd' });
  await vi.advanceTimersByTimeAsync(500);
  pool.client.cancel(runId);
  await vi.advanceTimersByTimeAsync(5000);
  pool.drawFrames();
  expect(pool.types()).toEqual(['cancelled']);
  expect(pool.threads.length).toBe(1);
});

test('after falling silent again and again it fails', async () => {
  pool.client.run(0, experiment);
  for (let i = 0; i < 3; i += 1) {
    await pool.settle();
    pool.answer(i, { type: 'ready', build: 'simd' });
    await vi.advanceTimersByTimeAsync(6000);
  }
  pool.drawFrames();
  expect(pool.types()).toEqual(['failed']);
  expect(pool.threads.length).toBe(3);
});
