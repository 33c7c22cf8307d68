import { expect, test } from 'vitest';
import { parseMap } from './mapQuery.ts';
import { gridOf } from './mapFile.ts';
import { cellRace, cellsOf, gridFlops, predictedDepth } from './trainability.ts';
import { printQuery, parseQuery } from '../lab/query.ts';
import { laneAt, pointOf } from './mapPoint.ts';
import { laneConfig } from '../lab/lab.ts';

const { query } = parseMap('kind=trainability&width=32&steps=600&lr=0.03');
const grid = gridOf(query);
test('a link says which map, and its point is the lane that comes first', () => {
  expect(parseMap('').kind).toBe('chaos');
  expect(parseMap('kind=trainability').kind).toBe('trainability');
  expect(query.notices).toEqual([]);
  expect(grid.biasVariance).toBeCloseTo(0.05, 6);
  const lab = parseQuery(printQuery(query.lab)).lab;
  expect(pointOf(laneConfig(lab, lab.lanes[0]!))!.weightVariance).toBeCloseTo(1.75, 9);
});

test('a point becomes a lane and a lane its point', () => {
  const point = { weightVariance: 2.5, biasVariance: 0.04 };
  const back = pointOf({ ...laneConfig(query.lab, laneAt(point)), width: 100 })!;
  expect(back.weightVariance).toBeCloseTo(2.5, 6);
  expect(back.biasVariance).toBeCloseTo(0.04, 6);
});

test('a start without a mean-field picture has no point', () => {
  const { lab } = parseQuery('lane=ones&lane=lsuv&lane=he_normal&width=64');
  const [ones, lsuv, he] = lab.lanes.map((lane) => pointOf(laneConfig(lab, lane)));
  expect(ones).toBeNull();
  expect(lsuv).toBeNull();
  expect(he!.weightVariance).toBeCloseTo(2, 9);
});

test('shallow cells first, each the race that its link opens', () => {
  const cells = cellsOf(grid);
  expect(cells).toHaveLength(48);
  expect(cells[0]!.depth).toBe(5);
  const { experiment, train } = cellRace(grid, cells[0]!, 7);
  expect(experiment).toMatchObject({ depth: 5, width: 32, seed: 7, input: 'circle' });
  expect(train).toMatchObject({ lr: 0.03, steps: 600 });
  expect(gridFlops({ ...grid, seeds: 2 })).toBe(2 * gridFlops(grid));
});

test('the predicted depth is 6 ξ: deepest near the critical line', () => {
  const depthAt = (weightVariance: number) =>
    predictedDepth(grid.lab.settings.act, { weightVariance, biasVariance: 0.05 });
  expect(depthAt(1)).toBeCloseTo(6 * 3.63, 0);
  expect(depthAt(4)).toBeCloseTo(6 * 6.98, 0);
  expect(depthAt(1.75)!).toBeGreaterThan(1000);
});
