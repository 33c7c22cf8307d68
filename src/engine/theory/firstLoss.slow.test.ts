/** The first loss, and nets that are dead from the start; ids are those of docs/targets.md. */
import { beforeAll, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { runLab } from '../experiment/runLane.ts';
import type { Kernels } from '../kernels.ts';
import { parseQuery } from '../lab/query.ts';
import { deadProbability } from './deadProbability.ts';
import { firstLoss } from './firstLoss.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
});

const runOf = (query: string) => runLab(parseQuery(query).lab, kernels, () => 0)[0]!;

test('O3: a head of zeros pays ln C', () => {
  for (const [input, printed] of [
    ['circle', Math.LN2],
    ['shapeset', 2.1972],
  ] as const) {
    const query = `lane=he_normal&head=zeros&width=32&depth=2&batch=64&input=${input}`;
    expect(runOf(query).outcome.loss).toBeCloseTo(printed, 4);
  }
});

test('O1: logits of spread s cost s²/2 more, the head alone decides', () => {
  // Nine classes, and weights whose sum over 128 units gives about this spread.
  for (const std of [0.02, 0.06, 0.12]) {
    const losses = Array.from({ length: 24 }, (_, seed) => {
      const { outcome } = runOf(
        `lane=he_normal&head=random_normal(std=${std})&width=128&depth=2&batch=96&input=shapeset&backward=0&seed=${seed}`,
      );
      const { rms } = outcome.output!.preActivations;
      return outcome.loss! - firstLoss(9, rms);
    });
    const mean = losses.reduce((sum, x) => sum + x, 0) / losses.length;
    const variance = losses.reduce((sum, x) => sum + (x - mean) ** 2, 0) / losses.length;
    expect(Math.abs(mean)).toBeLessThan(4.5 * Math.sqrt(variance / 23) + 0.02);
  }
});

test('O4: some layer is dark for one input with probability 1 − (1 − 2^(−N))^L', () => {
  expect(deadProbability(2, 10)).toBeCloseTo(0.9437, 4);
  expect(deadProbability(5, 10)).toBeCloseTo(0.272, 4);
  const RUNS = 200;
  for (const [width, expected] of [
    [2, 0.9437],
    [5, 0.272],
  ] as const) {
    let dead = 0;
    for (let seed = 0; seed < RUNS; seed += 1) {
      const query = `lane=xavier_uniform&width=${width}&depth=10&batch=1&backward=0&seed=${seed}`;
      dead += runOf(query).layers.at(-1)!.deadExamples;
    }
    const error = Math.sqrt((expected * (1 - expected)) / RUNS);
    expect(Math.abs(dead / RUNS - expected)).toBeLessThan(4.5 * error);
  }
}, 300_000);
