import { expect, test } from 'vitest';
import type { TrainRecord } from '../../engine/train/trainer.ts';
import { parseQuery } from '../../engine/lab/query.ts';
import { raceLanes } from '../../engine/train/lanes.ts';
import { sent } from '../../store/state/requests.ts';
import type { RaceLaneState } from '../../store/state/types.ts';
import { stepsOf, valueAt } from './curveTable.ts';
import { raceCurve } from './raceMarks.ts';

const [config] = raceLanes(parseQuery('lane=he_normal&steps=100', 'race')).lanes;
/** Its loss says its step. */
const record = (step: number): TrainRecord => ({
  step,
  loss: step,
  accuracy: 0,
  firstLayerGradient: 0,
  distinctUnits: [],
});
const records = [0, 50, 100].map(record);
const outcome = { learnedAt: null, divergedAt: null, stepLoss: new Float32Array() };
const race = (seeds: number): RaceLaneState => ({
  asked: { config: config!, domains: {} as RaceLaneState['asked']['domains'], key: '' },
  request: sent(1),
  records,
  early: [2, 20].map(record),
  outcome,
  manySeeds: {
    runId: 2,
    results: Array.from({ length: seeds }, (_, seed) => ({ ...outcome, seed, records })),
  },
  inspection: null,
});

test('while one lane has its seeds and another has not, a row holds the values of its step', () => {
  const mark = { lane: 0, name: '', tone: 1, dash: 'solid' } as const;
  const curves = [race(4), race(0)].map((each) => raceCurve(each, 'loss', 100, mark));
  expect(curves.map(({ steps }) => steps)).toEqual([
    [0, 50, 100],
    [0, 2, 20, 50, 100],
  ]);
  const steps = stepsOf(curves);
  expect(steps).toEqual([0, 2, 20, 50, 100]);
  expect(curves.map((curve) => steps.map((step) => valueAt(curve, curve.values, step)))).toEqual([
    [0, undefined, undefined, 50, 100],
    [0, 2, 20, 50, 100],
  ]);
});
