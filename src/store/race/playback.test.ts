import { expect, test } from 'vitest';
import { DEFAULT_TRAIN } from '../../engine/lab/trainSettings.ts';
import { advancePlayback, farthest, frontier } from './playback.ts';
import { sent } from '../state/requests.ts';
import { newRace } from './raceReplies.ts';
import { askedOfRaces } from './raceRunner.ts';
import { parseQuery } from '../../engine/lab/query.ts';
import type { RaceLaneState } from '../state/types.ts';

const record = (step: number) => ({
  step,
  loss: 1,
  accuracy: 0.5,
  firstLayerGradient: 1,
  distinctUnits: [],
});
const [asked] = askedOfRaces(parseQuery(''));
function lane(steps: readonly number[], more: Partial<RaceLaneState> = {}): RaceLaneState {
  return { ...newRace(asked!, sent(1)), records: steps.map(record), ...more };
}
const ended = { learnedAt: null, divergedAt: 70, stepLoss: new Float32Array(0) };
const state = {
  train: { ...DEFAULT_TRAIN, steps: 1000 },
  races: [lane([0, 50, 100]), lane([0, 50])],
  playhead: 20,
  revealed: 20,
  speed: 'normal' as const,
  stopAt: null,
};

test('the playhead waits for the slowest lane', () => {
  expect(frontier(state)).toBe(50);
  expect(farthest(state)).toBe(100);
  // 10 s for 1000 steps.
  expect(advancePlayback(state, 100)).toEqual({ playhead: 30, revealed: 30, playing: true });
  expect(advancePlayback(state, 5000)).toEqual({ playhead: 50, revealed: 50, playing: true });
});

test('the first curve does not wait for the other lanes', () => {
  const races = [lane([0], { early: [record(2)] }), lane([])];
  expect(frontier({ ...state, races })).toBe(2);
  expect(frontier({ ...state, races: [lane([0, 50]), lane([0])] })).toBe(2);
  expect(frontier({ ...state, races: [lane([0]), lane([])] })).toBe(0);
});

test('a lane that has ended, failed or was stopped holds nobody up', () => {
  const races = [
    lane([0, 50, 100]),
    lane([0], { outcome: ended }),
    lane([], { request: { kind: 'stopped' } }),
  ];
  expect(frontier({ ...state, races })).toBe(100);
});

test('it stops at the end, and where it is told to', () => {
  const races = [lane([0], { outcome: ended })];
  const whole = { ...state, races };
  expect(advancePlayback(whole, 1e6)).toEqual({ playhead: 1000, revealed: 1000, playing: false });
  expect(advancePlayback({ ...whole, stopAt: 60 }, 1e6)).toMatchObject({
    playhead: 60,
    playing: false,
  });
  // Past the stop it plays on to the end.
  expect(advancePlayback({ ...whole, playhead: 60, stopAt: 60 }, 1e6)).toMatchObject({
    playhead: 1000,
  });
  expect(advancePlayback({ ...whole, speed: 'instant' }, 0)).toMatchObject({ playhead: 1000 });
});

test('looking back does not hide what has been seen', () => {
  expect(advancePlayback({ ...state, playhead: 5, revealed: 40 }, 10).revealed).toBe(40);
});
