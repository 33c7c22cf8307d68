import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sharedDomains } from '../engine/lab/domains.ts';
import { parseQuery } from '../engine/lab/query.ts';
import { laneConfig } from '../engine/lab/lab.ts';
import { raceLanes } from '../engine/train/lanes.ts';
import type { Pool, Reply, Thread, ThreadEvents } from './client.ts';
import { createClient } from './client.ts';
import type { FromWorker, Job, RaceJob, ToWorker } from './protocol.ts';

interface Fake extends Thread {
  readonly events: ThreadEvents;
  readonly sent: ToWorker[];
  terminated: boolean;
}

const { lab } = parseQuery('lane=he_normal&depth=16&width=256&batch=256');
const config = laneConfig(lab, lab.lanes[0]!);
const experiment: Job = { kind: 'experiment', config, domains: sharedDomains([config]) };

let threads: Fake[];
let replies: Reply[][];
let flush: (() => void)[];
let client: Pool;
let restarts: number;

beforeEach(() => {
  vi.useFakeTimers();
  threads = [];
  replies = [];
  flush = [];
  restarts = 0;
  client = createClient({
    size: 2,
    kernels: Promise.resolve({ module: null, build: 'simd' }),
    spawn(events) {
      const sent: ToWorker[] = [];
      const thread: Fake = {
        events,
        sent,
        terminated: false,
        post: (message) => void sent.push(message),
        terminate: () => {
          thread.terminated = true;
        },
      };
      threads.push(thread);
      return thread;
    },
    schedule: (callback) => void flush.push(callback),
    onReplies: (batch) => void replies.push([...batch]),
    onReady: () => undefined,
    onRestart: () => {
      restarts += 1;
    },
  });
});
afterEach(() => vi.useRealTimers());

const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);
const answer = (thread: number, message: FromWorker): void =>
  threads[thread]!.events.onMessage(message);
const seedSample = (runId: number, seed: number): FromWorker => ({
  type: 'seedBand',
  lane: 0,
  runId,
  done: 1,
  total: 1,
  sample: { seed, activationStd: [], gradientStd: null, similarity: [] },
});
const done = (runId: number): FromWorker => ({
  type: 'done',
  lane: 0,
  runId,
  ms: 1,
  outcome: null,
});
const types = (): string[] => replies.flat().map((reply) => reply.type);

test('a worker gets its kernels first, then the job; a lane keeps its worker', async () => {
  client.run(0, experiment);
  client.run(1, experiment);
  client.run(2, experiment);
  await settle();
  expect(threads.length).toBe(2);
  expect(threads[0]!.sent.map(({ type }) => type)).toEqual(['start', 'run', 'run']);
  expect(threads[1]!.sent.map(({ type }) => type)).toEqual(['start', 'run']);
});

test('workers that are prepared warm up, and are the ones that run', async () => {
  client.prepare(1);
  await settle();
  expect(threads[0]!.sent).toMatchObject([{ type: 'start', warm: true }]);
  client.run(0, experiment);
  client.run(1, experiment);
  await settle();
  expect(threads.map(({ sent }) => sent.map(({ type }) => type))).toEqual([
    ['start', 'run'],
    ['start', 'run'],
  ]);
  expect(threads[1]!.sent[0]).toMatchObject({ warm: false });
});

test('a small run starts no second worker; a large one does', async () => {
  const small = laneConfig(lab, { ...lab.lanes[0]!, overrides: { width: 16 } });
  const job: Job = { kind: 'experiment', config: small, domains: sharedDomains([small]) };
  for (const lane of [0, 1, 2]) client.run(lane, job);
  await settle();
  expect(threads.map(({ sent }) => sent.length)).toEqual([4]);
  client.run(1, experiment);
  await settle();
  expect(threads.map(({ sent }) => sent.length)).toEqual([4, 2]);
});

test('small runs have the worker of their lane once it is there', async () => {
  const small = laneConfig(lab, { ...lab.lanes[0]!, overrides: { width: 16 } });
  const job: Job = { kind: 'experiment', config: small, domains: sharedDomains([small]) };
  client.prepare(2);
  for (const lane of [0, 1]) client.run(lane, job);
  await settle();
  expect(threads.map(({ sent }) => sent.map(({ type }) => type))).toEqual([
    ['start', 'run'],
    ['start', 'run'],
  ]);
});

test('replies are handed over at a frame, and at once when no run is left', async () => {
  const runId = client.run(0, experiment);
  await settle();
  answer(0, seedSample(runId, 1));
  answer(0, seedSample(runId, 2));
  expect(replies).toEqual([]);
  expect(flush.length).toBe(1);
  flush[0]!();
  expect(replies.length).toBe(1);
  expect(replies[0]!.length).toBe(2);
  const other = client.run(1, experiment);
  answer(0, done(runId));
  expect(types()).toEqual(['seedBand', 'seedBand']);
  answer(1, done(other));
  expect(types()).toEqual(['seedBand', 'seedBand', 'done', 'done']);
});

test('without frames, as in a hidden window, the failure of the last run is told at once', async () => {
  client.run(0, experiment);
  const other = client.run(1, experiment);
  await settle();
  threads[0]!.events.onDeath({ code: 'crashed', detail: '' });
  expect(types()).toEqual([]);
  answer(1, {
    type: 'failed',
    lane: 1,
    runId: other,
    error: { code: 'out-of-memory', detail: '' },
  });
  expect(types()).toEqual(['failed', 'failed']);
});

test('nothing comes after the end of a run', async () => {
  const runId = client.run(0, experiment);
  await settle();
  answer(0, done(runId));
  answer(0, done(runId));
  answer(0, seedSample(runId, 1));
  flush.forEach((each) => each());
  expect(types()).toEqual(['done']);
});

test('a seed band is shared out over the pool and ends once', async () => {
  const runId = client.run(0, { kind: 'seedBand', config, seeds: [1, 2, 3] });
  await settle();
  const jobs = threads.flatMap(({ sent }) => sent).filter((each) => each.type === 'run');
  expect(
    jobs.flatMap(({ job }) => (job.kind === 'seedBand' ? job.seeds : [])).toSorted((a, b) => a - b),
  ).toEqual([1, 2, 3]);
  answer(0, seedSample(jobs[0]!.runId, 1));
  answer(1, seedSample(jobs[1]!.runId, 2));
  answer(0, done(jobs[0]!.runId));
  expect(types()).not.toContain('done');
  answer(1, done(jobs[1]!.runId));
  const all = replies.flat();
  expect(all.every((reply) => reply.runId === runId)).toBe(true);
  expect(all.map((reply) => (reply.type === 'seedBand' ? reply.done : reply.type))).toEqual([
    1,
    2,
    'done',
  ]);
});

test('a worker that dies fails its runs and is started again at the next one', async () => {
  client.run(0, experiment);
  const other = client.run(1, experiment);
  await settle();
  threads[0]!.events.onDeath({ code: 'crashed', detail: 'gone' });
  flush.forEach((each) => each());
  expect(replies.flat()).toMatchObject([{ type: 'failed', error: { code: 'crashed' } }]);
  expect(threads[0]!.terminated).toBe(true);
  answer(1, done(other));
  client.run(0, experiment);
  await settle();
  expect(threads.length).toBe(3);
  expect(threads[2]!.sent.map(({ type }) => type)).toEqual(['start', 'run']);
});

test('after three deaths in a row a run fails without a new worker; the next one tries again', async () => {
  for (let i = 0; i < 3; i += 1) {
    client.run(0, experiment);
    await settle();
    threads.at(-1)!.events.onDeath({ code: 'crashed', detail: 'again' });
  }
  const before = threads.length;
  client.run(0, experiment);
  await settle();
  expect(threads.length).toBe(before);
  flush.forEach((each) => each());
  expect(types().filter((type) => type === 'failed').length).toBe(4);
  client.run(0, experiment);
  await settle();
  expect(threads.length).toBe(before + 1);
});

test('a worker that does not stop after a cancel is replaced, and its run ends as cancelled', async () => {
  const runId = client.run(0, experiment);
  await settle();
  answer(0, { type: 'ready', build: 'simd' });
  client.cancel(runId);
  await settle();
  expect(threads[0]!.sent.at(-1)).toEqual({ type: 'cancel', runId });
  await vi.advanceTimersByTimeAsync(4900);
  expect(threads[0]!.terminated).toBe(false);
  await vi.advanceTimersByTimeAsync(1200);
  expect(threads[0]!.terminated).toBe(true);
  flush.forEach((each) => each());
  expect(types()).toEqual(['cancelled']);
});

test('a tab that slept after a cancel does not take its worker for dead', async () => {
  const runId = client.run(0, experiment);
  await settle();
  answer(0, { type: 'ready', build: 'simd' });
  client.cancel(runId);
  await settle();
  // Clocks go on during the sleep; an interval fires once on waking, before the worker's reply is taken in.
  vi.setSystemTime(Date.now() + 60_000);
  await vi.advanceTimersByTimeAsync(1000);
  answer(0, { type: 'cancelled', lane: 0, runId });
  expect(threads[0]!.terminated).toBe(false);
});

test('a worker that was killed before its first message is replaced in the end', async () => {
  client.run(0, experiment);
  await settle();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(threads[0]!.terminated).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(threads[0]!.terminated).toBe(true);
  expect(threads[1]!.sent.map(({ type }) => type)).toEqual(['start', 'run']);
});

test('one that stops in time stays', async () => {
  const runId = client.run(0, experiment);
  await settle();
  client.cancel(runId);
  answer(0, { type: 'cancelled', lane: 0, runId });
  await vi.advanceTimersByTimeAsync(6000);
  expect(threads[0]!.terminated).toBe(false);
});

test('a run cancelled before the kernels are there is told to the worker in that order', async () => {
  const runId = client.run(0, experiment);
  client.cancel(runId);
  await settle();
  expect(threads[0]!.sent.map(({ type }) => type)).toEqual(['start', 'run', 'cancel']);
});

test('a seed band whose part fails ends once, and its other parts are cancelled', async () => {
  const runId = client.run(0, { kind: 'seedBand', config, seeds: [1, 2, 3, 4] });
  await settle();
  const parts = threads.map(({ sent }) => sent.find((each) => each.type === 'run')!);
  answer(1, {
    type: 'failed',
    lane: 0,
    runId: parts[1]!.runId,
    error: { code: 'internal', detail: '' },
  });
  expect(threads[0]!.sent.at(-1)).toEqual({ type: 'cancel', runId: parts[0]!.runId });
  answer(0, seedSample(parts[0]!.runId, 1));
  answer(0, { type: 'cancelled', lane: 0, runId: parts[0]!.runId });
  flush.forEach((each) => each());
  expect(replies.flat()).toMatchObject([{ type: 'failed', runId }]);
});

test('cancelling a seed band cancels each of its parts and ends it once', async () => {
  const runId = client.run(1, { kind: 'seedBand', config, seeds: [1, 2, 3, 4] });
  await settle();
  client.cancel(runId);
  await settle();
  for (const [i, { sent }] of threads.entries()) {
    const last = sent.at(-1)!;
    if (last.type !== 'cancel') throw new Error('a part was not cancelled');
    answer(i, { type: 'cancelled', lane: 1, runId: last.runId });
  }
  flush.forEach((each) => each());
  expect(replies.flat()).toEqual([{ type: 'cancelled', lane: 1, runId }]);
});

test('only the lanes of the worker that died fail', async () => {
  const first = client.run(0, experiment);
  const second = client.run(1, experiment);
  const third = client.run(2, experiment);
  await settle();
  threads[0]!.events.onDeath({ code: 'crashed', detail: 'gone' });
  flush.forEach((each) => each());
  expect(replies.flat().map(({ runId }) => runId)).toEqual([first, third]);
  answer(1, done(second));
  expect(types()).toEqual(['failed', 'failed', 'done']);
});

test('a success in between forgets the deaths', async () => {
  for (let i = 0; i < 5; i += 1) {
    client.run(0, experiment);
    await settle();
    threads.at(-1)!.events.onDeath({ code: 'crashed', detail: 'again' });
    const runId = client.run(0, experiment);
    await settle();
    const slot = threads.length - 1;
    answer(slot, done(runId));
  }
  expect(threads.length).toBe(6);
});

test('the voice of a buried worker is not heard', async () => {
  client.run(0, experiment);
  await settle();
  threads[0]!.events.onDeath({ code: 'crashed', detail: 'gone' });
  const runId = client.run(0, experiment);
  await settle();
  answer(0, done(runId));
  expect(types()).not.toContain('done');
  answer(1, done(runId));
  expect(types()).toContain('done');
});

test('after the end of the page nothing runs and nothing is said', async () => {
  const runId = client.run(0, experiment);
  client.run(1, experiment);
  await settle();
  answer(0, seedSample(runId, 1));
  client.dispose();
  flush.forEach((each) => each());
  answer(0, done(runId));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(threads.every(({ terminated }) => terminated)).toBe(true);
  expect(replies).toEqual([]);
});

test('a worker that falls silent is replaced within five seconds, and says nothing twice', async () => {
  const runId = client.run(0, experiment);
  await settle();
  answer(0, { type: 'ready', build: 'simd' });
  answer(0, seedSample(runId, 1));
  answer(0, seedSample(runId, 2));
  await vi.advanceTimersByTimeAsync(5000);
  expect(threads[0]!.terminated).toBe(true);
  expect(restarts).toBe(1);
  expect(threads[1]!.sent.map(({ type }) => type)).toEqual(['start', 'run']);
  expect(threads[1]!.sent.find(({ type }) => type === 'run')).toEqual(
    threads[0]!.sent.find(({ type }) => type === 'run'),
  );
  for (const seed of [1, 2, 3]) answer(1, seedSample(runId, seed));
  answer(1, done(runId));
  flush.forEach((each) => each());
  const seeds = replies.flat().map((reply) => (reply.type === 'seedBand' ? reply.sample.seed : 0));
  expect(seeds).toEqual([1, 2, 3, 0]);
});

test('one that answers, or is still loading, is left alone', async () => {
  client.run(0, experiment);
  client.run(1, experiment);
  await settle();
  answer(0, { type: 'ready', build: 'simd' });
  for (let second = 0; second < 20; second += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    if (threads[0]!.sent.at(-1)!.type === 'ping') answer(0, { type: 'pong' });
  }
  expect(threads.map(({ terminated }) => terminated)).toEqual([false, false]);
  expect(threads[0]!.sent.filter(({ type }) => type === 'ping').length).toBeGreaterThan(15);
});

test('nobody is asked when there is nothing to do, and a long rest is no silence', async () => {
  const first = client.run(0, experiment);
  await settle();
  answer(0, { type: 'ready', build: 'simd' });
  await vi.advanceTimersByTimeAsync(2500);
  answer(0, done(first));
  await vi.advanceTimersByTimeAsync(60_000);
  const pings = threads[0]!.sent.filter(({ type }) => type === 'ping').length;
  expect(pings).toBeLessThanOrEqual(3);
  client.run(0, experiment);
  await vi.advanceTimersByTimeAsync(1500);
  expect(threads[0]!.terminated).toBe(false);
});

test('a run that was cancelled is not begun again', async () => {
  const runId = client.run(0, experiment);
  await settle();
  answer(0, { type: 'ready', build: 'simd' });
  await vi.advanceTimersByTimeAsync(500);
  client.cancel(runId);
  await vi.advanceTimersByTimeAsync(5000);
  flush.forEach((each) => each());
  expect(types()).toEqual(['cancelled']);
  expect(threads.length).toBe(1);
});

test('after falling silent again and again it fails', async () => {
  client.run(0, experiment);
  for (let i = 0; i < 3; i += 1) {
    await settle();
    answer(i, { type: 'ready', build: 'simd' });
    await vi.advanceTimersByTimeAsync(6000);
  }
  flush.forEach((each) => each());
  expect(types()).toEqual(['failed']);
  expect(threads.length).toBe(3);
});

describe('races that share a worker while another one is idle', () => {
  const train = raceLanes(parseQuery('lane=he_normal&depth=10&width=256', 'race')).lanes[0]!;
  const race: Job = { kind: 'race', config: train, from: 0 };
  const look: Job = {
    kind: 'inspect',
    config: train,
    step: 0,
    cheap: false,
    domains: sharedDomains([config]),
    layers: false,
    matrix: null,
    maps: null,
  };
  const record = (runId: number, lane: number, step: number): FromWorker => ({
    type: 'record',
    lane,
    runId,
    record: { step, loss: 1, accuracy: 0, firstLayerGradient: 1, distinctUnits: [] },
  });
  const jobsOf = (thread: number) =>
    threads[thread]!.sent.flatMap((message) =>
      message.type === 'run' ? [[message.runId, message.job.kind]] : [],
    );
  const rest: RaceJob = { kind: 'race', config: train, from: 1, session: null };

  test('the one that becomes idle continues a race of the other', async () => {
    const ids = [0, 1, 2].map((lane) => client.run(lane, race));
    await settle();
    answer(0, record(ids[2]!, 2, 0));
    answer(1, done(ids[1]!));
    await settle();
    expect(threads[0]!.sent.at(-1)).toEqual({ type: 'handOver', runId: ids[2] });
    // A look at the lane waits until its race has arrived.
    const seen = client.run(2, look);
    await settle();
    expect(jobsOf(0).length + jobsOf(1).length).toBe(3);
    answer(0, { type: 'handedOver', lane: 2, runId: ids[2]!, rest });
    await settle();
    expect(jobsOf(1)).toEqual([
      [ids[1], 'race'],
      [ids[2], 'race'],
      [seen, 'inspect'],
    ]);
    answer(1, record(ids[2]!, 2, 50));
    answer(1, done(ids[2]!));
    flush.forEach((run) => run());
    const steps = replies
      .flat()
      .flatMap((reply) => (reply.type === 'record' ? [reply.record.step] : []));
    expect(steps).toEqual([0, 50]);
    // The lane stays where it is.
    client.run(2, race);
    await settle();
    expect(jobsOf(1).length).toBe(4);
  });

  test('cancelled on its way, it ends there', async () => {
    const ids = [0, 1, 2].map((lane) => client.run(lane, race));
    await settle();
    answer(1, done(ids[1]!));
    client.cancel(ids[2]!);
    const next = client.run(2, race);
    answer(0, { type: 'handedOver', lane: 2, runId: ids[2]!, rest });
    await settle();
    // The lane's next race goes where its inspections will go.
    expect(jobsOf(1)).toEqual([
      [ids[1], 'race'],
      [next, 'race'],
    ]);
    flush.forEach((run) => run());
    expect(types()).toContain('cancelled');
  });

  test('if the first worker dies on the way, the race fails there and its lane is free', async () => {
    const ids = [0, 1, 2].map((lane) => client.run(lane, race));
    await settle();
    answer(1, done(ids[1]!));
    threads[0]!.events.onDeath({ code: 'crashed', detail: '' });
    await settle();
    answer(0, { type: 'handedOver', lane: 2, runId: ids[2]!, rest });
    const again = client.run(2, race);
    await settle();
    expect(jobsOf(2)).toEqual([[again, 'race']]);
  });

  test('small ones start no second worker, and are shared out when it is there', async () => {
    const small = raceLanes(parseQuery('lane=he_normal&depth=2&width=4', 'race')).lanes[0]!;
    const job: Job = { kind: 'race', config: small, from: 0 };
    const ids = [0, 1, 2, 3].map((lane) => client.run(lane, job));
    await settle();
    expect(jobsOf(0)).toEqual(ids.map((id) => [id, 'race']));
    expect(threads[1]).toBeUndefined();
    client.prepare(2);
    answer(0, done(ids[0]!));
    await settle();
    const moved = { type: 'handOver', runId: ids[3] };
    expect(threads[0]!.sent.at(-1)).toEqual(moved);
    answer(0, { type: 'handedOver', lane: 3, runId: ids[3]!, rest: { ...rest, config: small } });
    await settle();
    expect(jobsOf(1)).toEqual([[ids[3], 'race']]);
    // Two races against one stay where they are.
    expect(threads[0]!.sent.at(-1)).toEqual(moved);
  });

  test('an idle worker takes a race that has not begun', async () => {
    const first = client.run(0, race);
    const second = client.run(2, race);
    await settle();
    expect(threads[0]!.sent.at(-1)).toEqual({ type: 'handOver', runId: second });
    expect(first).not.toBe(second);
  });

  test('a worker that is started for a race gets its kernels first', async () => {
    client.run(0, race);
    const second = client.run(2, race);
    await settle();
    expect(threads.length).toBe(1);
    const seen = client.run(2, look);
    answer(0, { type: 'handedOver', lane: 2, runId: second, rest });
    await settle();
    expect(threads[1]!.sent.map(({ type }) => type)).toEqual(['start', 'run', 'run']);
    expect(jobsOf(1)).toEqual([
      [second, 'race'],
      [seen, 'inspect'],
    ]);
  });
});
