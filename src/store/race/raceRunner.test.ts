import { beforeEach, expect, test } from 'vitest';
import { parseQuery } from '../../engine/lab/query.ts';
import { createReference } from '../../kernels/reference.ts';
import type { Client, Reply } from '../../worker/client.ts';
import { execute } from '../../worker/execute.ts';
import type { Job } from '../../worker/protocol.ts';
import { createSessions } from '../../worker/sessions.ts';
import { createRaceRunner } from './raceRunner.ts';
import type { Runner } from '../state/followLanes.ts';
import { problemOf } from '../state/requests.ts';
import { runStatus } from '../state/selectors.ts';
import { curveRecords } from './playback.ts';
import { storeOf } from '../../../tests/store.ts';

let store: ReturnType<typeof storeOf>;
let runner: Runner;
let asked: { runId: number; lane: number; job: Job }[];
let cancelled: number[];
let now: number;
let frames: (() => void)[];
let timers: { readonly at: number; readonly run: () => void }[];

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const tools = { kernels: createReference(), sessions: createSessions(createReference, 4) };

/** Does a job as the worker would, in `ms`, and hands its replies over. */
function finish(runId: number, ms: number = 1): void {
  const { lane, job } = asked.find((each) => each.runId === runId)!;
  const replies: Reply[] = [...execute(job, tools)].flatMap((part): Reply[] =>
    part === null ? [] : [{ ...part, lane, runId }],
  );
  runner.onReplies([...replies, { type: 'done', lane, runId, ms, outcome: null }]);
}
/** Computes races up to the record before the last. */
function computeMost(races: typeof asked): void {
  const { steps } = store.getState().train;
  for (const { runId, lane, job } of races) {
    const records = [...execute(job, tools)].flatMap((part): Reply[] =>
      part?.type === 'record' && part.record.step < steps ? [{ ...part, lane, runId }] : [],
    );
    runner.onReplies(records);
  }
}
/** Time passes: timers that are due, then a frame. */
function pass(ms: number): void {
  now += ms;
  const due = timers.filter(({ at }) => at <= now);
  timers = timers.filter(({ at }) => at > now);
  for (const { run } of due) run();
  for (const frame of frames.splice(0)) frame();
}
const kinds = (): readonly string[] => asked.map(({ job }) => job.kind);

/** Opens a page with a race; `complete` is called with what waits for its charts. */
async function open(complete: (run: () => void) => void): Promise<void> {
  store = storeOf();
  asked = [];
  cancelled = [];
  frames = [];
  timers = [];
  now = 0;
  const client: Client = {
    run(lane, job) {
      asked.push({ runId: asked.length + 1, lane, job });
      return asked.length;
    },
    cancel: (runId) => cancelled.push(runId),
    dispose: () => undefined,
  };
  runner = createRaceRunner(store, client, {
    now: () => now,
    frame: (run) => frames.push(run),
    after: (ms, run) => timers.push({ at: now + ms, run }),
    complete,
  });
  const { lab } = parseQuery('lane=he_normal&lane=zeros&depth=2&width=4');
  store.getState().replaceLab(lab, []);
  store.getState().setTrain({ steps: 100 });
  store.getState().setStage('race');
  await settle();
}

beforeEach(() => open((run) => run()));

test('a race for every lane; when they have ended the run is done', () => {
  expect(kinds()).toEqual(['race', 'race']);
  expect(runStatus(store.getState())).toBe('running');
  finish(1);
  finish(2);
  expect(runStatus(store.getState())).toBe('done');
  const [race] = store.getState().races;
  expect(race!.records.map(({ step }) => step)).toEqual([0, 50, 100]);
  expect(race!.early.map(({ step }) => step)).toEqual([2, 20]);
  expect(curveRecords(race!).map(({ step }) => step)).toEqual([0, 2, 20, 50, 100]);
});

test('the playhead waits for records without drawing, and catches up afterwards', () => {
  const playhead = (): number => store.getState().playhead;
  pass(16);
  // One frame measures how long that took; then, as nothing is computed, none is asked for.
  expect(frames.length).toBe(1);
  pass(0);
  expect(frames.length).toBe(0);
  now = 2016;
  finish(1);
  finish(2);
  expect(store.getState().playing).toBe(true);
  // 100 steps take 10 s. Two seconds of waiting are made up for within one, at three times the pace.
  // A drawing that takes a frame is followed by a rest of a frame: every second one is drawn.
  for (let i = 0; i < 10; i += 1) pass(100);
  expect(playhead()).toBeCloseTo(27, 6);
  pass(100);
  expect(playhead()).toBeCloseTo(31, 6);
  for (let i = 0; i < 10; i += 1) pass(100);
  expect(playhead()).toBeCloseTo(41, 6);
});

test('a race is computed while its page is drawn, and plays when that is complete', async () => {
  let complete = (): void => undefined;
  await open((run) => {
    complete = run;
  });
  expect(kinds()).toEqual(['race', 'race']);
  computeMost(asked.slice(0, 2));
  for (let i = 0; i < 20; i += 1) pass(100);
  expect(store.getState().playhead).toBe(0);
  complete();
  for (let i = 0; i < 20; i += 1) pass(100);
  // 100 steps take 10 s.
  expect(store.getState().playhead).toBeGreaterThan(5);
  expect(store.getState().playhead).toBeLessThan(25);
});

test('while lanes are computed, no frame is asked for between two drawings', () => {
  computeMost(asked.slice(0, 2));
  const seen = new Set<number>();
  let asksFrame = 0;
  for (let i = 0; i < 300; i += 1) {
    asksFrame += frames.length;
    pass(10);
    seen.add(store.getState().playhead);
  }
  // 100 steps take 10 s, and a fortieth of them is drawn: twelve moves in three seconds.
  expect(store.getState().playhead).toBeCloseTo(30, 0);
  expect(seen.size).toBeGreaterThan(10);
  expect(seen.size).toBeLessThan(14);
  // Of each drawing, its end and the first frame after it.
  expect(asksFrame).toBeLessThan(30);
});

test('one look a lane at a time, and what it sees is put where the lab’s panels read it', () => {
  now = 1000;
  finish(1);
  finish(2);
  const looks = asked.filter(({ job }) => job.kind === 'inspect');
  expect(new Set(looks.map(({ lane }) => lane)).size).toBe(looks.length);
  store.getState().setPlay({ playing: false, playhead: 70, inside: 'layers' });
  for (const { runId } of looks) finish(runId);
  const last = asked.findLast(({ lane, job }) => lane === 0 && job.kind === 'inspect')!;
  expect(last.job).toMatchObject({ step: 70, layers: true });
  finish(last.runId);
  expect(store.getState().races[0]!.inspection?.step).toBe(70);
  expect(store.getState().lanes[0]!.shown?.layers.length).toBe(2);
});

test('a slow look at a race does not hold back the first one at the next', async () => {
  computeMost(asked.slice(0, 2));
  pass(300);
  for (const { runId, job } of asked.slice()) if (job.kind === 'inspect') finish(runId, 5000);
  const before = asked.length;
  // While it is computed, this race is looked at again after five minutes.
  for (let i = 0; i < 100; i += 1) pass(10);
  expect(asked.length).toBe(before);
  store.getState().setTrain({ lr: 0.02 });
  await settle();
  computeMost(asked.slice(before));
  for (let i = 0; i < 100; i += 1) pass(10);
  const looks = asked.slice(before).filter(({ job }) => job.kind === 'inspect');
  expect(new Set(looks.map(({ lane }) => lane))).toEqual(new Set([0, 1]));
});

test('a look at a race that is replaced is cancelled, and the next race does not wait for it', async () => {
  computeMost(asked.slice(0, 2));
  pass(300);
  const old = asked.filter(({ job }) => job.kind === 'inspect').map(({ runId }) => runId);
  expect(old.length).toBe(2);
  const before = asked.length;
  store.getState().setTrain({ lr: 0.02 });
  await settle();
  expect(cancelled).toEqual(expect.arrayContaining(old));
  computeMost(asked.slice(before));
  for (let i = 0; i < 100; i += 1) pass(10);
  const looks = asked.slice(before).filter(({ job }) => job.kind === 'inspect');
  expect(new Set(looks.map(({ lane }) => lane))).toEqual(new Set([0, 1]));
});

test('a lane that stands on the next stage as well is looked at again there', async () => {
  finish(1);
  finish(2);
  store.getState().setPlay({ playing: false, playhead: 100, revealed: 100 });
  for (const { runId, job } of asked.slice()) if (job.kind === 'inspect') finish(runId);
  const last = asked.findLast(({ lane, job }) => lane === 0 && job.kind === 'inspect')!;
  finish(last.runId);
  expect(store.getState().races[0]!.inspection?.step).toBe(100);
  const { lab } = parseQuery('lane=he_normal&lane=lsuv&lane=zeros&depth=2&width=4');
  const { train, quantity } = store.getState();
  store.getState().putOnStage('next', { kind: 'race', lab, train, quantity, start: 'at-once' });
  await settle();
  const race = asked.findLast(({ lane, job }) => lane === 0 && job.kind === 'race')!;
  store.getState().setPlay({ playing: false, playhead: 100, revealed: 100 });
  finish(race.runId);
  const again = asked.findLast(({ lane, job }) => lane === 0 && job.kind === 'inspect')!;
  expect(again.runId).toBeGreaterThan(race.runId);
  finish(again.runId);
  expect(store.getState().races[0]!.inspection?.step).toBe(100);
});

test('a race on request waits, names nothing as seen, and begins when it is asked for', async () => {
  const { lab } = parseQuery('lane=xavier_normal&depth=2&width=4');
  const { train, quantity } = store.getState();
  const before = asked.length;
  store.getState().putOnStage('long', { kind: 'race', lab, train, quantity, start: 'on-request' });
  await settle();
  expect(asked.length).toBe(before);
  expect(runStatus(store.getState())).toBe('idle');
  expect(store.getState()).toMatchObject({ playing: false, playhead: 0 });
  // Its answer has been asked for, not yet its computing.
  store.getState().restart();
  expect(store.getState().playing).toBe(false);
  store.getState().goOn();
  await settle();
  expect(asked.slice(before).map(({ job }) => job.kind)).toEqual(['race']);
  expect(store.getState()).toMatchObject({ playing: true, start: 'at-once' });
  // The same stage again, as after a look at its question: what runs goes on.
  store.getState().putOnStage('long!', { kind: 'race', lab, train, quantity, start: 'on-request' });
  expect(store.getState().start).toBe('at-once');
  expect(cancelled).not.toContain(asked.at(-1)!.runId);
});

test('what waits begins by itself where nothing waits', async () => {
  const { lab } = parseQuery('lane=xavier_normal&depth=2&width=4');
  const { train, quantity } = store.getState();
  store.getState().putOnStage('long', { kind: 'race', lab, train, quantity, start: 'on-request' });
  await settle();
  const before = asked.length;
  store.getState().setStage('race');
  await settle();
  expect(asked.length).toBe(before + 1);
});

test('another setting starts the race again from the first step', async () => {
  finish(1);
  finish(2);
  store.getState().setPlay({ playhead: 100 });
  store.getState().setTrain({ lr: 0.5 });
  await settle();
  expect(store.getState()).toMatchObject({ playhead: 0, revealed: 0, playing: true });
  expect(store.getState().races[0]!.records).toEqual([]);
});

test('stopping cancels at once; going on asks for what is missing', async () => {
  store.getState().stopRaces();
  expect(cancelled).toEqual(expect.arrayContaining([1, 2]));
  expect(runStatus(store.getState())).toBe('idle');
  store.getState().goOn();
  await settle();
  expect(asked.at(-1)!.job).toMatchObject({ kind: 'race', from: 0 });
  expect(runStatus(store.getState())).toBe('running');
});

test('more seeds come after the race, and a lane too large is refused alone', async () => {
  store.getState().setSeeds(3);
  finish(1);
  const runs = asked.find(({ job }) => job.kind === 'runs')!;
  expect(runs.job).toMatchObject({ seeds: [2, 3] });
  finish(runs.runId);
  expect(store.getState().races[0]!.manySeeds?.results.length).toBe(2);
  const { lab } = parseQuery('lane=he_normal&lane=he_normal;depth=100;width=1024&depth=2&width=4');
  store.getState().replaceLab(lab, []);
  await settle();
  const [small, large] = store.getState().races;
  expect(problemOf(large!.request)?.code).toBe('too-large');
  expect(problemOf(small!.request)).toBeNull();
});

test('leaving cancels what runs and forgets the races', () => {
  store.getState().setStage('lab');
  expect(cancelled).toEqual(expect.arrayContaining([1, 2]));
  expect(store.getState().races).toEqual([]);
});
