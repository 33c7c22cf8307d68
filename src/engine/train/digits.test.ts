/** Races on handwritten digits, through the entry of the page and of the script. */
import { expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { loadLab, runLab } from '../experiment/runLane.ts';
import { parseQuery } from '../lab/query.ts';
import { raceLanes } from './lanes.ts';
import { loadRace, runTraining } from './results.ts';
import type { TrainRun } from './results.ts';

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

const stepsTo = (share: number, { records }: TrainRun): number =>
  records.find(({ accuracy }) => accuracy >= share)?.step ?? Infinity;

test('D5: ten dense layers: He learns, Xavier later, the default of PyTorch never', async () => {
  const lanes = 'lane=he_normal&lane=xavier_normal&lane=pytorch_linear';
  for (const seed of [1, 2, 3]) {
    const query = parseQuery(`${lanes}&input=digits&depth=10&width=64&lr=0.05&seed=${seed}`);
    const race = raceLanes(query).lanes;
    await loadRace(race);
    const [he, xavier, pytorch] = race.map((lane) => runTraining(lane, kernels));
    expect(he!.learnedAt).not.toBeNull();
    expect(stepsTo(0.8, he!)).toBeLessThanOrEqual(250);
    expect(stepsTo(0.8, xavier!)).toBeGreaterThan(stepsTo(0.8, he!));
    expect(stepsTo(0.8, xavier!)).toBeLessThan(1000);
    expect(pytorch!.learnedAt).toBeNull();
    // It has not left the loss of one that knows nothing.
    expect(pytorch!.records.at(-1)!.loss).toBeCloseTo(Math.log(10), 1);
  }
});
