import { beforeEach, expect, test } from 'vitest';
import { parseQuery } from '../../engine/lab/query.ts';
import { runLane } from '../../engine/experiment/runLane.ts';
import type { LayerStats } from '../../engine/types.ts';
import { createReference } from '../../kernels/reference.ts';
import type { Client, Reply } from '../../worker/client.ts';
import type { Job } from '../../worker/protocol.ts';
import type { Runner } from '../state/followLanes.ts';
import { problemOf, WANTED } from '../state/requests.ts';
import { applyReplies } from './labReplies.ts';
import { createLabRunner } from './labRunner.ts';
import { isStale, laneStatus, runStatus } from '../state/selectors.ts';
import { storeOf } from '../../../tests/store.ts';
import type { LaneState, Store } from '../state/types.ts';

let store: Store;
let asked: { runId: number; lane: number; job: Job }[];
let cancelled: number[];
let runner: Runner;
let now: number;
/** What waits for time to pass. */
let later: (() => void)[];

beforeEach(async () => {
  store = storeOf();
  asked = [];
  cancelled = [];
  now = 0;
  later = [];
  const client: Client = {
    run(lane, job) {
      asked.push({ runId: asked.length + 1, lane, job });
      return asked.length;
    },
    cancel: (runId) => void cancelled.push(runId),
    dispose: () => undefined,
  };
  store
    .getState()
    .replaceLab(parseQuery('lane=he_normal&lane=xavier_normal&depth=2&width=4&batch=4').lab, []);
  runner = createLabRunner(store, client, {
    threads: () => 1,
    clock: {
      now: () => now,
      after: (_ms, run) => {
        later.push(run);
        return () => void (later = later.filter((each) => each !== run));
      },
    },
  });
  await Promise.resolve();
});

const settle = (): Promise<void> => Promise.resolve();
const finish = (runId: number, ms = 1): void => {
  const found = asked.find((each) => each.runId === runId);
  if (found?.job.kind !== 'experiment') throw new Error('no such experiment');
  const { config, domains } = found.job;
  const { outcome, layers, input } = runLane(config, domains, createReference(), () => 0);
  const at = { lane: found.lane, runId };
  const parts: Reply[] = layers.map((stats, i) => ({
    ...at,
    type: 'layer',
    stats,
    done: i + 1,
    total: 4,
  }));
  runner.onReplies([
    { ...at, type: 'input', input },
    ...parts,
    { ...at, type: 'done', ms, outcome },
  ]);
};

test('asks for every lane at the start, then only for what changed', async () => {
  expect(asked.map(({ lane }) => lane)).toEqual([0, 1]);
  const { setLane, lab } = store.getState();
  setLane(1, { initializer: { id: 'zeros', params: {} }, overrides: {} });
  await settle();
  expect(asked.slice(2).map(({ lane }) => lane)).toEqual([1]);
  expect(cancelled).toEqual([2]);
  expect(lab.lanes.length).toBe(2);
});

test('a change of the shared domain asks for all lanes', async () => {
  const [lane] = store.getState().lab.lanes;
  store.getState().setLane(1, { ...lane!, overrides: { act: { id: 'tanh', params: {} } } });
  await settle();
  expect(asked.slice(2).map((each) => each.lane)).toEqual([0, 1]);
});

test('many changes within one turn are one request', async () => {
  for (let depth = 3; depth < 30; depth += 1) store.getState().setSetting('depth', depth);
  await settle();
  expect(asked.length).toBe(4);
});

test('the state tells running, done, stale', async () => {
  expect(runStatus(store.getState())).toBe('running');
  finish(1);
  finish(2);
  expect(runStatus(store.getState())).toBe('done');
  store.getState().setSetting('depth', 3);
  await settle();
  const [lane] = store.getState().lanes;
  expect(isStale(lane!)).toBe(true);
  expect(lane!.shown?.layers.length).toBe(2);
});

test('a run too large is refused with its cost', async () => {
  const huge = parseQuery('lane=he_normal&depth=100&width=1024&batch=2048&precision=float64').lab;
  store.getState().replaceLab(huge, []);
  await settle();
  expect(asked.length).toBe(2);
  const [lane] = store.getState().lanes;
  expect(laneStatus(lane!)).toBe('failed');
  expect(problemOf(lane!.request)).toMatchObject({ code: 'too-large' });
});

test('seeds beyond one are asked for after the picture, and dropped again', async () => {
  store.getState().setSeeds(5);
  await settle();
  expect(asked.length).toBe(2);
  finish(1);
  const band = asked.at(-1)!;
  expect(band.job).toMatchObject({ kind: 'seedBand', seeds: [1, 2, 3, 4, 5] });
  const sample = { seed: 1, activationStd: [1], gradientStd: null, similarity: [0] };
  runner.onReplies([{ type: 'seedBand', lane: 0, runId: band.runId, done: 1, total: 5, sample }]);
  expect(store.getState().lanes[0]!.manySeeds?.results).toEqual([sample]);
  store.getState().setSeeds(1);
  expect(cancelled).toContain(band.runId);
  expect(store.getState().lanes[0]!.manySeeds).toBeNull();
});

test('a weight matrix is asked for when its lane is done', () => {
  store.getState().setProbe(0, 2);
  expect(asked.length).toBe(2);
  finish(1);
  expect(asked.at(-1)!.job).toMatchObject({ kind: 'weights', layer: 2 });
});

test('layers that are not answered keep their identity, gradients stay until their own come', () => {
  finish(1);
  const [before] = store.getState().lanes;
  const stats: LayerStats = {
    ...before!.shown!.layers[1]!,
    gradients: null,
    weightGradients: null,
  };
  const reply: Reply = { type: 'layer', lane: 0, runId: 1, stats, done: 1, total: 4 };
  const [after] = applyReplies([before!], [reply]);
  expect(after!.shown!.layers[0]).toBe(before!.shown!.layers[0]);
  expect(after!.shown!.layers[1]!.gradients).toBe(before!.shown!.layers[1]!.gradients);
});

test('replies to a run nobody waits for change nothing', () => {
  const lanes: readonly LaneState[] = store.getState().lanes;
  const next = applyReplies(lanes, [{ type: 'done', lane: 0, runId: 99, ms: 1, outcome: null }]);
  expect(next).toEqual(lanes);
});

test('a lane that is wanted again is asked for again, the others are not', async () => {
  finish(1);
  finish(2);
  const { lanes } = store.getState();
  store.setState({ lanes: lanes.with(1, { ...lanes[1]!, request: WANTED }) });
  await settle();
  expect(asked.slice(2).map(({ lane }) => lane)).toEqual([1]);
  expect(asked[2]!.job).toEqual(asked[1]!.job);
});

test('a lane that is removed is cancelled, and its state goes', async () => {
  store.getState().removeLane(1);
  await settle();
  expect(cancelled).toContain(2);
  expect(store.getState().lanes.length).toBe(1);
});

test('a refused lane runs again once it is small enough', async () => {
  store
    .getState()
    .replaceLab(
      parseQuery('lane=he_normal&depth=100&width=1024&batch=2048&precision=float64').lab,
      [],
    );
  await settle();
  const before = asked.length;
  store.getState().setSetting('depth', 2);
  store.getState().setSetting('width', 8);
  await settle();
  expect(asked.length).toBe(before + 1);
  expect(laneStatus(store.getState().lanes[0]!)).toBe('running');
});

test('a new seed asks for every lane with one and the same seed', async () => {
  store.getState().newSeed();
  await settle();
  const jobs = asked.slice(2).map(({ job }) => job);
  expect(jobs.length).toBe(2);
  const seeds = jobs.map((job) => (job.kind === 'experiment' ? job.config.seed : null));
  expect(seeds[0]).toBe(store.getState().lab.settings.seed);
  expect(new Set(seeds).size).toBe(1);
});

test('the seed band of a lane that changes is cancelled and asked for anew', async () => {
  store.getState().setSeeds(3);
  await settle();
  finish(1);
  const band = asked.at(-1)!;
  expect(band.job.kind).toBe('seedBand');
  store.getState().setSetting('depth', 3);
  await settle();
  expect(cancelled).toContain(band.runId);
  const again = asked.findLast(({ lane, job }) => lane === 0 && job.kind === 'experiment')!;
  finish(again.runId);
  const next = asked.at(-1)!;
  expect(next.job).toMatchObject({ kind: 'seedBand', config: { depth: 3 } });
  expect(next.runId).not.toBe(band.runId);
});

test('after it is stopped nothing is asked for', async () => {
  runner.stop();
  store.getState().setSetting('depth', 9);
  await settle();
  expect(asked.length).toBe(2);
});

/** Changes the depth at a time, in ms. */
async function move(depth: number, at: number): Promise<void> {
  now = at;
  store.getState().setSetting('depth', depth);
  await settle();
}
const batches = (): readonly number[] =>
  store.getState().lanes.map(({ asked: { config } }) => config.batch);

test('while a slider moves, a slow lab is drawn from fewer examples, then whole', async () => {
  store.getState().setSetting('batch', 256);
  await settle();
  for (const { runId } of asked.slice(2)) finish(runId, 400);
  await move(3, 1000);
  expect(batches()).toEqual([256, 256]);
  await move(4, 1100);
  const drafts = asked.slice(-2);
  expect(batches()).toEqual([32, 32]);
  for (const { runId } of drafts) finish(runId, 40);
  expect(runStatus(store.getState())).toBe('running');
  expect(later.length).toBe(1);
  for (const run of later) run();
  expect(batches()).toEqual([256, 256]);
  for (const { runId } of asked.slice(-2)) finish(runId, 400);
  expect(runStatus(store.getState())).toBe('done');
  // A later change by itself is not a moving slider.
  await move(5, 5000);
  expect(batches()).toEqual([256, 256]);
});

test('a fast lab follows a moving slider with all its examples', async () => {
  store.getState().setSetting('batch', 256);
  await settle();
  for (const { runId } of asked.slice(2)) finish(runId, 1);
  for (let depth = 3; depth < 9; depth += 1) await move(depth, 1000 + depth * 20);
  expect(batches()).toEqual([256, 256]);
  expect(later).toEqual([]);
});
