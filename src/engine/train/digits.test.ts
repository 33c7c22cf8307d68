/** Handwritten digits, through the entry of the page and of the script. */
import { expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { loadLab, runLab } from '../experiment/runLane.ts';
import { parseQuery } from '../lab/query.ts';

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
