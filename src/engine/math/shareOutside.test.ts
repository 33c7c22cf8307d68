import { describe, expect, test } from 'vitest';
import { countBins } from './countBins.ts';
import { drawDensity } from '../weights/density.ts';
import { drawMoments } from '../rules/draw.ts';
import type { Draw } from '../rules/draw.ts';
import { erfc } from './erf.ts';
import { normal, stream, uniform } from '../rng.ts';
import { INTERVAL, shareOutside, shareWithin } from './shareOutside.ts';

const KEY = stream(3, 1, 'weights');
const N = 2 ** 16;
const own = (values: number[]) => countBins(values, Math.min(...values), Math.max(...values), 64);

describe('share outside ±0.1', () => {
  test('of N(0, 0.1²): erfc(1/√2) = 31.7 %', () => {
    const values = Array.from({ length: N }, (_, i) => 0.1 * normal(KEY, i));
    const counted = values.filter((w) => Math.abs(w) > INTERVAL).length / N;
    const exact = erfc(1 / Math.SQRT2);
    expect(Math.abs(counted - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / N));
    // A cut bin counts in part, so that 64 bins are enough.
    expect(shareOutside(own(values), INTERVAL)).toBeCloseTo(counted, 2);
  });

  test('of U(−0.1, 0.1): nothing; of U(−0.2, 0.2): half', () => {
    const values = Array.from({ length: N }, (_, i) => 0.1 * uniform(KEY, i));
    expect(shareOutside(own(values), INTERVAL)).toBe(0);
    expect(shareOutside(own(values.map((w) => 2 * w)), INTERVAL)).toBeCloseTo(0.5, 2);
  });

  test('what is beyond the bins is outside; of nothing, nothing', () => {
    expect(shareOutside(countBins([-5, 0.01, 7], -0.1, 0.1, 8), INTERVAL)).toBeCloseTo(2 / 3, 12);
    expect(shareOutside(countBins([-5, 7], -0.1, 0.1, 8), INTERVAL)).toBe(1);
    expect(shareOutside(countBins([], -0.1, 0.1, 8), INTERVAL)).toBe(0);
  });

  test('shares of neighbouring stretches add up to the whole', () => {
    const histogram = own(Array.from({ length: 1000 }, (_, i) => normal(KEY, i)));
    const cuts = [-9, -1.234, 0.017, 0.5, 9];
    const sum = cuts.slice(1).reduce((all, to, i) => all + shareWithin(histogram, cuts[i]!, to), 0);
    expect(sum).toBeCloseTo(1, 12);
  });
});

const DRAWS: readonly Draw[] = [
  { kind: 'normal', mean: 0.3, std: 0.1 },
  { kind: 'truncated', mean: -0.2, std: 0.5 },
  { kind: 'uniform', lo: -0.1, hi: 0.3 },
];

test.each(DRAWS)('the density of $kind has area 1 and the moments of its draw', (draw) => {
  const density = drawDensity(draw)!;
  const [from, to, steps] = [-4, 4, 400_000];
  let [area, first, second] = [0, 0, 0];
  for (let i = 0; i < steps; i += 1) {
    const w = from + ((i + 0.5) * (to - from)) / steps;
    const mass = (density(w) * (to - from)) / steps;
    area += mass;
    first += mass * w;
    second += mass * w * w;
  }
  const { mean, std } = drawMoments(draw, 10, 10)!;
  expect(area).toBeCloseTo(1, 4);
  expect(first).toBeCloseTo(mean, 4);
  expect(Math.sqrt(second - first * first)).toBeCloseTo(std, 4);
});

test('what has no density says so', () => {
  expect(drawDensity({ kind: 'constant', value: 0.5 })).toBeNull();
  expect(drawDensity({ kind: 'normal', mean: 0, std: 0 })).toBeNull();
  expect(drawDensity({ kind: 'lsuv' })).toBeNull();
});
