/** Races that share a worker while another one is idle: how the client moves them. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { done, experimentOf, fakePool } from '../../tests/fakePool.ts';
import type { FakePool } from '../../tests/fakePool.ts';
import { parseQuery } from '../engine/lab/query.ts';
import { raceLanes } from '../engine/train/lanes.ts';
import type { FromWorker, Job, RaceJob } from './protocol.ts';

let pool: FakePool;

beforeEach(() => {
  vi.useFakeTimers();
  pool = fakePool(2);
});
afterEach(() => vi.useRealTimers());

const train = raceLanes(parseQuery('lane=he_normal&depth=10&width=256', 'race')).lanes[0]!;
const race: Job = { kind: 'race', config: train, from: 0 };
const look: Job = {
  kind: 'inspect',
  config: train,
  step: 0,
  cheap: false,
  domains: experimentOf('lane=he_normal').domains,
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
  pool.threads[thread]!.sent.flatMap((message) =>
    message.type === 'run' ? [[message.runId, message.job.kind]] : [],
  );
const rest: RaceJob = { kind: 'race', config: train, from: 1, session: null };

test('the one that becomes idle continues a race of the other', async () => {
  const ids = [0, 1, 2].map((lane) => pool.client.run(lane, race));
  await pool.settle();
  pool.answer(0, record(ids[2]!, 2, 0));
  pool.answer(1, done(ids[1]!));
  await pool.settle();
  expect(pool.threads[0]!.sent.at(-1)).toEqual({ type: 'handOver', runId: ids[2] });
  // A look at the lane waits until its race has arrived.
  const seen = pool.client.run(2, look);
  await pool.settle();
  expect(jobsOf(0).length + jobsOf(1).length).toBe(3);
  pool.answer(0, { type: 'handedOver', lane: 2, runId: ids[2]!, rest });
  await pool.settle();
  expect(jobsOf(1)).toEqual([
    [ids[1], 'race'],
    [ids[2], 'race'],
    [seen, 'inspect'],
  ]);
  pool.answer(1, record(ids[2]!, 2, 50));
  pool.answer(1, done(ids[2]!));
  pool.drawFrames();
  const steps = pool.replies
    .flat()
    .flatMap((reply) => (reply.type === 'record' ? [reply.record.step] : []));
  expect(steps).toEqual([0, 50]);
  // The lane stays where it is.
  pool.client.run(2, race);
  await pool.settle();
  expect(jobsOf(1).length).toBe(4);
});

test('cancelled on its way, it ends there', async () => {
  const ids = [0, 1, 2].map((lane) => pool.client.run(lane, race));
  await pool.settle();
  pool.answer(1, done(ids[1]!));
  pool.client.cancel(ids[2]!);
  const next = pool.client.run(2, race);
  pool.answer(0, { type: 'handedOver', lane: 2, runId: ids[2]!, rest });
  await pool.settle();
  // The lane's next race goes where its inspections will go.
  expect(jobsOf(1)).toEqual([
    [ids[1], 'race'],
    [next, 'race'],
  ]);
  pool.drawFrames();
  expect(pool.types()).toContain('cancelled');
});

test('if the first worker dies on the way, the race fails there and its lane is free', async () => {
  const ids = [0, 1, 2].map((lane) => pool.client.run(lane, race));
  await pool.settle();
  pool.answer(1, done(ids[1]!));
  pool.threads[0]!.events.onDeath({ code: 'crashed', detail: '' });
  await pool.settle();
  pool.answer(0, { type: 'handedOver', lane: 2, runId: ids[2]!, rest });
  const again = pool.client.run(2, race);
  await pool.settle();
  expect(jobsOf(2)).toEqual([[again, 'race']]);
});

test('small ones start no second worker, and are shared out when it is there', async () => {
  const small = raceLanes(parseQuery('lane=he_normal&depth=2&width=4', 'race')).lanes[0]!;
  const job: Job = { kind: 'race', config: small, from: 0 };
  const ids = [0, 1, 2, 3].map((lane) => pool.client.run(lane, job));
  await pool.settle();
  expect(jobsOf(0)).toEqual(ids.map((id) => [id, 'race']));
  expect(pool.threads[1]).toBeUndefined();
  pool.client.prepare(2);
  pool.answer(0, done(ids[0]!));
  await pool.settle();
  const moved = { type: 'handOver', runId: ids[3] };
  expect(pool.threads[0]!.sent.at(-1)).toEqual(moved);
  pool.answer(0, { type: 'handedOver', lane: 3, runId: ids[3]!, rest: { ...rest, config: small } });
  await pool.settle();
  expect(jobsOf(1)).toEqual([[ids[3], 'race']]);
  // Two races against one stay where they are.
  expect(pool.threads[0]!.sent.at(-1)).toEqual(moved);
});

test('an idle worker takes a race that has not begun', async () => {
  const first = pool.client.run(0, race);
  const second = pool.client.run(2, race);
  await pool.settle();
  expect(pool.threads[0]!.sent.at(-1)).toEqual({ type: 'handOver', runId: second });
  expect(first).not.toBe(second);
});

test('a worker that is started for a race gets its kernels first', async () => {
  pool.client.run(0, race);
  const second = pool.client.run(2, race);
  await pool.settle();
  expect(pool.threads.length).toBe(1);
  const seen = pool.client.run(2, look);
  pool.answer(0, { type: 'handedOver', lane: 2, runId: second, rest });
  await pool.settle();
  expect(pool.threads[1]!.sent.map(({ type }) => type)).toEqual(['start', 'run', 'run']);
  expect(jobsOf(1)).toEqual([
    [second, 'race'],
    [seen, 'inspect'],
  ]);
});

test('a race stays with its worker when fewer are in use, and so do the looks at it', async () => {
  pool = fakePool(4);
  pool.client.prepare(4);
  const ids = [0, 1, 2, 3].map((lane) => pool.client.run(lane, race));
  await pool.settle();
  for (const [lane, runId] of ids.entries()) pool.answer(lane, done(runId));
  pool.client.setInUse(2);
  const seen = pool.client.run(3, look);
  const again = pool.client.run(3, race);
  await pool.settle();
  expect(jobsOf(3)).toEqual([
    [ids[3], 'race'],
    [seen, 'inspect'],
    [again, 'race'],
  ]);
});
