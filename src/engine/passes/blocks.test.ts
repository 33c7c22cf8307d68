/** Nets for which blocks and normalization mean little: something sensible happens, and nothing breaks. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { runLab } from '../experiment/runLane.ts';
import type { Kernels } from '../kernels.ts';
import { laneConfig } from '../lab/lab.ts';
import { parseQuery } from '../lab/query.ts';
import { predictedDepth } from '../map/trainability.ts';
import { raceLanes } from '../train/lanes.ts';
import { runTraining } from '../train/results.ts';
import { blockCount } from './blocks.ts';
import { planOf } from './plan.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
});

const rolesOf = (query: string): readonly string[] => {
  const { lab } = parseQuery(query);
  return planOf(laneConfig(lab, lab.lanes[0]!)).layers.map(({ role }) => role);
};
const runOf = (query: string) => runLab(parseQuery(query).lab, kernels, () => 0)[0]!;

describe('blocks on layers whose fans differ', () => {
  test('such layers stay plain, the rest pair up', () => {
    const size = 'lane=he_normal&depth=6&width=16';
    expect(rolesOf(`${size}&block=residual1`)).toEqual(Array(6).fill('whole'));
    expect(rolesOf(`${size}&block=residual1&in=5`)).toEqual(['plain', ...Array(5).fill('whole')]);
    expect(rolesOf(`${size}&block=residual2&in=5`)).toEqual([
      'plain',
      'open',
      'close',
      'open',
      'close',
      'plain',
    ]);
    // The output layer is never in a block, not even where it is as large.
    expect(rolesOf(`${size}&block=residual1&out=16`).at(-1)).toBe('plain');
  });

  test('where no layer fits there is no block, and the net is the plain one to the last bit', () => {
    const query = 'lane=he_normal&depth=1&width=16&in=5&batch=32';
    for (const branch of ['1/sqrt(L)', '1/sqrt(2L)', 'fixup', '0']) {
      const odd = `${query}&block=residual2&branch=${branch}`;
      const { lab } = parseQuery(odd);
      expect(blockCount(planOf(laneConfig(lab, lab.lanes[0]!)).layers.map((l) => l.role))).toBe(0);
      expect(runOf(odd).layers[0]!.activations.std).toBe(runOf(query).layers[0]!.activations.std);
    }
  });
});

describe('normalization over next to nothing', () => {
  const SIZE = 'lane=he_normal&depth=4&width=24&act=tanh';

  test('batch normalization over one example leaves zeros, over two ±1; gradients are numbers', () => {
    const one = runOf(`${SIZE}&norm=batch&batch=1`);
    const two = runOf(`${SIZE}&norm=batch&batch=2`);
    for (const { preActivations, gradients } of one.layers) {
      expect(preActivations.rms).toBe(0);
      expect(gradients!.finite).toBe(gradients!.count);
    }
    for (const { preActivations, gradients } of two.layers) {
      // A unit whose two values nearly meet is left short of 1 by ε.
      expect(preActivations.max).toBeLessThanOrEqual(1);
      expect(preActivations.max).toBeGreaterThan(0.99);
      expect(preActivations.min).toBeCloseTo(-preActivations.max, 5);
      expect(gradients!.finite).toBe(gradients!.count);
    }
  });

  test('layer normalization of width 1 leaves zeros', () => {
    for (const { preActivations, gradients } of runOf(`${SIZE}&norm=layer&width=1`).layers) {
      expect(preActivations.rms).toBe(0);
      expect(gradients!.finite).toBe(gradients!.count);
    }
  });

  test.each(['norm=batch&train_batch=1', 'norm=batch&train_batch=2', 'norm=layer&width=1'])(
    'a race with %s runs to its end',
    (settings) => {
      const { lanes } = raceLanes(
        parseQuery(
          `lane=he_normal&depth=3&width=8&input=circle&steps=60&lr=0.01&${settings}`,
          'race',
        ),
      );
      const { records, divergedAt } = runTraining(lanes[0]!, kernels);
      expect(divergedAt).toBeNull();
      // Of one example at a time nothing is learned, and the running variance dies out: the loss is large, and a number.
      for (const { loss } of records) expect(Number.isFinite(loss)).toBe(true);
    },
  );
});

test('a map says "none" where the variance settles nowhere', () => {
  const depth = (id: 'linear' | 'relu' | 'tanh', weightVariance: number) =>
    predictedDepth({ id, params: {} }, { weightVariance, biasVariance: 0.05 });
  expect(depth('linear', 1.5)).toBeNull();
  expect(depth('relu', 2.5)).toBeNull();
  expect(depth('tanh', 2.5)).toBeGreaterThan(0);
});

test('what a link says wrongly of blocks is named, and the net still runs', () => {
  const { lab, notices } = parseQuery(
    'lane=he_normal&depth=2&width=8&batch=8&block=residual9&branch=lots&norm=group&head=nothing&input_std=-3&input_mean=x',
  );
  expect(notices.map(({ key }) => key).toSorted()).toEqual(
    ['block', 'branch', 'head', 'input_mean', 'input_std', 'norm'].toSorted(),
  );
  expect(runLab(lab, kernels, () => 0)[0]!.layers).toHaveLength(2);
});
