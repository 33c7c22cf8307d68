import { expect, test } from 'vitest';
import { askedOfLab } from '../../store/lab/labRunner.ts';
import { newLane } from '../../store/lab/labReplies.ts';
import { sent } from '../../store/state/requests.ts';
import type { LaneState } from '../../store/state/types.ts';
import { parseQuery } from '../../engine/lab/query.ts';
import { seedBandOf } from './seedBand.ts';

const [asked] = askedOfLab(parseQuery('lane=he_normal&depth=1'));

/** A lane of one layer, whose seeds have these values. */
const laneOf = (values: readonly number[]): LaneState => ({
  ...newLane(asked!, sent(1)),
  manySeeds: {
    runId: 2,
    results: values.map((value, seed) => ({
      seed,
      activationStd: [value],
      gradientStd: null,
      similarity: [value],
    })),
  },
});

test('a seed whose layer overflows counts as infinite, and does not disturb the order', () => {
  const band = seedBandOf(laneOf([4, Number.NaN, 1, 3, 2]), 'activationStd');
  expect(band?.median).toEqual([3]);
  expect(band?.low[0]).toBeCloseTo(1.2, 12);
  expect(band?.high).toEqual([Infinity]);
});

test('where most seeds overflow the median is infinite', () => {
  const NaNs = [Number.NaN, Number.NaN, Number.NaN];
  expect(seedBandOf(laneOf([1, ...NaNs]), 'activationStd')?.median).toEqual([Infinity]);
});

test('a similarity that is missing is left out', () => {
  const band = seedBandOf(laneOf([0.4, Number.NaN, 0.1, 0.3, 0.2]), 'similarity');
  expect(band?.median[0]).toBeCloseTo(0.25, 12);
});

test('too few seeds, or a pass that did not run, have no band', () => {
  expect(seedBandOf(laneOf([1, 2]), 'activationStd')).toBeNull();
  expect(seedBandOf(laneOf([1, 2, 3, 4]), 'gradientStd')).toBeNull();
  expect(seedBandOf(undefined, 'similarity')).toBeNull();
});
