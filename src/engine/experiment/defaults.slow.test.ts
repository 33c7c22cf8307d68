/** The lab and the race that a link without a query opens tell the lecture's story. */
import { expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { parseQuery } from '../lab/query.ts';
import { raceLanes } from '../train/lanes.ts';
import { runTraining } from '../train/results.ts';
import { runLab } from './runLane.ts';

const kernels = await createKernels();

test('zero, 0.1, Xavier, He: in this order, each further than the one before', () => {
  const { lab } = parseQuery('');
  const [zeros, random, xavier, he] = runLab(lab, kernels, () => 0).map(
    ({ layers }) => layers.at(-1)!.activations.std,
  );
  expect(zeros).toBe(0);
  // All lanes scale the same draws and ReLU keeps factors, so the ratios are exact: (σ / √(2/n))^depth.
  const { depth, width } = lab.settings;
  expect(random! / he!).toBeCloseTo((0.1 / Math.sqrt(2 / width)) ** depth, 5);
  expect(xavier! / he!).toBeCloseTo(2 ** (-depth / 2), 5);
  expect(he!).toBeGreaterThan(0.3);
});

test.each([1, 2, 3])('from seed %i, He learns first, Xavier later, zero and 0.1 never', (seed) => {
  const { lanes } = raceLanes(parseQuery(`seed=${seed}`, 'race'));
  const [zeros, random, xavier, he] = lanes.map((lane) => runTraining(lane, kernels).learnedAt);
  expect([zeros, random]).toEqual([null, null]);
  expect(he).toBeLessThan(xavier!);
});
