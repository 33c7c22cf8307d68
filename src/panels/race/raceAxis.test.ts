import { expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { parseQuery } from '../../engine/lab/query.ts';
import { raceLanes } from '../../engine/train/lanes.ts';
import { runTraining } from '../../engine/train/results.ts';
import { raceAxis } from './raceAxis.ts';

const kernels = await createKernels();
const racesOf = (query: string) =>
  raceLanes(parseQuery(query)).lanes.map((lane) => runTraining(lane, kernels));
const NET = 'act=relu&depth=5&width=32&lr=0.01&steps=20';
const SCALED = `lane=he_normal&${NET}`;
const UNSCALED = `${SCALED}&input_mean=128&input_std=74`;

test('losses are drawn up to twice that of a guess, whatever a lane does above it', () => {
  const wild = [...racesOf(SCALED), ...racesOf(UNSCALED)];
  expect(raceAxis('loss', racesOf(SCALED), Math.LN2)).toEqual({ kind: 'linear', lo: 0, hi: 1 });
  expect(raceAxis('loss', wild, Math.LN2).hi).toBe(1);
});

test('a race whose losses are all beyond that is seen all the same', () => {
  const races = racesOf(UNSCALED);
  const first = races[0]!.records[0]!.loss;
  expect(first).toBeGreaterThan(3);
  const { hi } = raceAxis('loss', races, Math.LN2);
  expect(hi).toBeGreaterThan(first);
  expect(hi).toBeLessThan(3 * first);
});

test('without a record, or without a finite one, the axis is the usual one', () => {
  expect(raceAxis('loss', [{ records: [] }], Math.LN2).hi).toBe(1);
  const [race] = racesOf(SCALED);
  const broken = { records: [{ ...race!.records[0]!, loss: Number.NaN }] };
  expect(raceAxis('loss', [broken], Math.LN2).hi).toBe(1);
});
