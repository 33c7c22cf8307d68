import { expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { reliability } from '../../../tests/weightsFile/reliability.ts';
import { judged, trainedNet } from '../../../tests/weightsFile/trainedNets.ts';
import type { Judged } from '../../../tests/weightsFile/trainedNets.ts';

/** A part of what bench/weights/calibration.mjs trains: none of these nets has had a say in the constants. */
const NETS = 24;

test('what is said of weights that training has moved comes true as often as it says', async () => {
  const kernels = await createKernels('simd');
  const rows: Judged[] = [];
  for (let index = 0; index < NETS; index += 1)
    rows.push(...judged(await trainedNet('held-out', index, kernels)));
  const { all, bands, logLoss } = reliability(rows);
  expect(all.count).toBeGreaterThan(50);
  // Three standard errors of a share; tensors of one net stand together, so half of them count.
  const error = (count: number): number => 3 * Math.sqrt(0.15 / (count / 2));
  expect(Math.abs(all.right - all.said)).toBeLessThan(error(all.count));
  // 0.42; three times as sure, of the same evidence, would be 0.66.
  expect(logLoss).toBeLessThan(0.5);
  // The sure ones are right more often than the others.
  const [first, last] = [bands[0], bands.at(-1)];
  expect(last!.right).toBeGreaterThan(first!.right);
}, 300_000);
