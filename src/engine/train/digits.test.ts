/** Handwritten digits, through the entry of the page and of the script. */
import { expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { loadLab, runLab } from '../experiment/runLane.ts';
import { parseQuery } from '../lab/query.ts';
import { raceLanes } from './lanes.ts';
import { loadRace, runTraining } from './results.ts';

const kernels = await createKernels();

test('the lab propagates digits and measures their loss', async () => {
  const { lab } = parseQuery('lane=he_normal&input=digits&depth=2&width=32&batch=100');
  await loadLab(lab);
  const [run] = runLab(lab, kernels, () => 0);
  expect(run!.input.count).toBe(6400);
  expect(run!.outcome.output?.fanOut).toBe(10);
  // ln 10 and what the spread of the logits adds.
  expect(run!.outcome.loss).toBeGreaterThan(2.2);
  expect(run!.outcome.loss).toBeLessThan(4);
});

test('a race on digits is tested on pictures that no step sees', async () => {
  const { lanes } = raceLanes(parseQuery('lane=zeros&input=digits&depth=1&steps=1', 'race'));
  await loadRace(lanes);
  const { records } = runTraining(lanes[0]!, kernels);
  expect(records[0]!.loss).toBeCloseTo(Math.log(10), 6);
  // Of the last 360, one class each in turn: a guess is right about once in ten.
  expect((records[0]!.accuracy * 360) % 1).toBeCloseTo(0, 6);
});
