/** The real race of the paper's climax, small: convolutions on digits, at the depth where starts decide. */
import { expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { parseQuery } from '../lab/query.ts';
import { raceLanes } from './lanes.ts';
import { loadRace, runTraining } from './results.ts';

const kernels = await createKernels();
const NET = 'net=conv&input=digits&depth=22';
const lanesOf = (query: string) => raceLanes(parseQuery(`${NET}&${query}`, 'race')).lanes;

test('D3: 22 layers: He learns, Xavier and the default of PyTorch stall at ln 10', async () => {
  const [he] = lanesOf('lane=he_normal&steps=800');
  await loadRace([he!]);
  expect(he!.experiment).toMatchObject({ width: 16, kernel: 3, padding: 'zero' });
  const learning = runTraining(he!, kernels);
  // 90 % comes at 400 to 600, by the last digits of the arithmetic; 80 % comes always.
  expect(Math.max(...learning.records.map(({ accuracy }) => accuracy))).toBeGreaterThan(0.8);
  const stalled = lanesOf('lane=xavier_normal&lane=pytorch_linear&steps=200').map((lane) =>
    runTraining(lane, kernels),
  );
  for (const { records } of stalled) {
    expect(records.at(-1)!.loss).toBeCloseTo(Math.log(10), 2);
    expect(records.at(-1)!.accuracy).toBeLessThan(0.2);
  }
  const gradients = [learning, ...stalled].map(({ records }) => records[0]!.firstLayerGradient);
  // Printed: 9.3e-3, 6.4e-6, 3.6e-11; single starts spread over a factor of a few.
  expect(gradients[0]! / 9.3e-3).toBeGreaterThan(0.2);
  expect(gradients[0]! / 9.3e-3).toBeLessThan(5);
  expect(gradients[1]! / 6.4e-6).toBeGreaterThan(0.2);
  expect(gradients[1]! / 6.4e-6).toBeLessThan(5);
  expect(gradients[2]!).toBeLessThan(1e-9);
});
