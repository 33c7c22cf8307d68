/** What pictures a training network shows, against the network's own numbers. */
import { beforeAll, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { loadInputs } from '../data/generate.ts';
import type { Kernels } from '../kernels.ts';
import { parseQuery } from '../lab/query.ts';
import { raceLanes } from './lanes.ts';
import { featureMaps, MAX_MISTAKES, mistakes } from './pictures.ts';
import { createTrainer } from './trainer.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
  await loadInputs(['digits']);
});

const trainerOf = (query: string) =>
  createTrainer(raceLanes(parseQuery(query, 'race')).lanes[0]!, kernels);

test('a feature map is the convolution of the picture with the kernel that is shown', () => {
  const trainer = trainerOf('net=conv&input=digits&lane=he_normal&width=5&depth=2&act=linear');
  trainer.evaluate();
  const shown = featureMaps(trainer, kernels, { layer: 1, example: 7 })!;
  expect(shown).toMatchObject({ side: 8, units: 5, channels: 1, kernel: 3 });
  expect([...shown.picture.values]).toEqual([...trainer.test.values.subarray(7 * 64, 8 * 64)]);
  const at = (row: number, column: number): number =>
    row < 0 || row > 7 || column < 0 || column > 7 ? 0 : shown.picture.values[row * 8 + column]!;
  for (const unit of [0, 4]) {
    for (const [row, column] of [
      [0, 0],
      [3, 5],
      [7, 2],
    ] as const) {
      let sum = 0;
      for (let tap = 0; tap < 9; tap += 1) {
        const weight = shown.kernels[unit * 9 + tap]!;
        sum += weight * at(row + Math.floor(tap / 3) - 1, column + (tap % 3) - 1);
      }
      expect(shown.maps[unit * 64 + row * 8 + column]).toBeCloseTo(sum, 4);
    }
  }
});

test('deeper kernels are one picture for each pair of channels', () => {
  const trainer = trainerOf('net=conv&input=digits&lane=identity&width=4&depth=2');
  trainer.evaluate();
  const { kernels: pictures, channels } = featureMaps(trainer, kernels, { layer: 2, example: 0 })!;
  expect(channels).toBe(4);
  // A delta: the middle tap of channel i to channel i.
  const expected = Array.from({ length: 4 * 4 * 9 }, (_, i) => {
    const [unit, channel, tap] = [Math.floor(i / 36), Math.floor(i / 9) % 4, i % 9];
    return unit === channel && tap === 4 ? 1 : 0;
  });
  expect([...pictures]).toEqual(expected);
});

test('the mistakes are the test pictures that are not right, each with what it is taken for', () => {
  const trainer = trainerOf('net=conv&input=digits&lane=he_normal&width=4&depth=1&lr=0.05');
  for (let step = 0; step < 150; step += 1) trainer.step(step);
  const { correct } = trainer.evaluate();
  const { count, shown, side } = mistakes(trainer, kernels)!;
  expect(count).toBe(trainer.test.count - correct);
  expect(count).toBeGreaterThan(0);
  expect(shown.length).toBe(Math.min(count, MAX_MISTAKES));
  expect(side).toBe(8);
  for (const { example, label, answer, values } of shown) {
    expect(label).toBe(trainer.test.labels[example]);
    expect(answer).not.toBe(label);
    expect(values[20]).toBe(trainer.test.values[example * 64 + 20]);
  }
});

test('points have no pictures, and dense layers no maps', () => {
  const points = trainerOf('input=circle&lane=he_normal&width=4&depth=1');
  points.evaluate();
  expect(mistakes(points, kernels)).toBeNull();
  expect(featureMaps(points, kernels, { layer: 1, example: 0 })).toBeNull();
  const dense = trainerOf('input=digits&lane=he_normal&width=4&depth=1');
  dense.evaluate();
  expect(mistakes(dense, kernels)).not.toBeNull();
});
