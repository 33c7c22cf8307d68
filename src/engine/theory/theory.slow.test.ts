/** Ids at the head of a test's name (R5 …) are those of docs/targets.md. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import type { Kernels } from '../kernels.ts';
import { parseQuery } from '../lab/query.ts';
import { runLab } from '../experiment/runLane.ts';
import { groupExamples } from './groups.ts';
import { distance } from './theory.ts';
import type { ActivationSpec } from '../types.ts';
import { activationMoments, criticalLine, fixedPoint, gradientFactor } from './variance.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
});

const act = (id: ActivationSpec['id'], params: ActivationSpec['params'] = {}): ActivationSpec => ({
  id,
  params,
});

/** At width 1024: three layers against theory, every spread within `tolerance` relative. */
const CASES = [
  ['lane=he_normal', 0.06],
  ['lane=xavier_uniform&act=tanh', 0.03],
  ['lane=orthogonal&act=tanh&width=400', 0.03],
  ['lane=lsuv&act=relu&width=400', 0.06],
  ['lane=xavier_normal&act=sigmoid', 0.03],
  ['lane=lecun_normal&act=selu', 0.04],
  ['lane=he_normal&act=gelu', 0.06],
  ['lane=he_normal&act=silu', 0.06],
  ['lane=xavier_normal&act=softsign', 0.03],
  ['lane=xavier_normal&act=elu', 0.05],
  ['lane=he_normal(slope=0.3)&act=leaky_relu(slope=0.3)', 0.06],
  ['lane=sparse(sparsity=0.5,std=0.05)&act=tanh', 0.03],
  ['lane=truncated_normal(std=0.04)&act=linear', 0.05],
  ['lane=random_normal(std=0.1)&act=tanh', 0.03],
  ['lane=xavier_normal&act=tanh&bias=random_normal(std=0.5)', 0.06],
  ['lane=he_normal&bias=constant(value=0.2)', 0.06],
  ['lane=he_normal&act=tanh&in=2', 0.1],
  ['lane=xavier_normal&act=tanh&input=circle', 0.15],
  ['lane=he_normal&act=relu&out=700', 0.06],
  ['lane=zeros&act=sigmoid', 0.01],
] as const;

describe('theory is what wide layers measure', () => {
  test.each(CASES)('%s', (query, tolerance) => {
    // The median of three seeds: one draw of a layer is off by about √(5/1024).
    const seeds = [1, 2, 3].map((seed) => {
      const { lab } = parseQuery(`width=1024&depth=3&batch=48&${query}&seed=${seed}`);
      return runLab(lab, kernels, () => 0)[0]!.layers;
    });
    const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[1]!;
    const near = (measured: readonly number[], theory: readonly (number | null)[]): void => {
      const off = measured.map((value, i) => (value === theory[i] ? 0 : value / theory[i]! - 1));
      expect(Math.abs(median(off))).toBeLessThan(tolerance);
    };
    for (let i = 0; i < 3; i += 1) {
      const layers = seeds.map((each) => each[i]!);
      const theories = layers.map((layer) => layer.theory!);
      near(
        layers.map((l) => l.activations.std),
        theories.map((t) => t.activationStd),
      );
      near(
        layers.map((l) => l.preActivations.std),
        theories.map((t) => t.preActivationStd),
      );
      near(
        layers.map((l) => l.gradients!.std),
        theories.map((t) => t.gradientStd),
      );
    }
  });

  test('and is silent where units share a mean', () => {
    for (const lane of ['ones', 'constant', 'identity', 'random_normal(mean=0.1)']) {
      const { lab } = parseQuery(`lane=${lane}&width=8&depth=2&batch=4`);
      expect(runLab(lab, kernels, () => 0)[0]!.layers.map((l) => l.theory)).toEqual([null, null]);
    }
  });
});

describe('variance maps', () => {
  test('in closed form agree with quadrature', () => {
    for (const slope of [0.01, 0.3]) {
      const closed = activationMoments(act('leaky_relu', { slope }), 1.7);
      const nearly = activationMoments(act('leaky_relu', { slope }), 1.7, 1e-13);
      expect(nearly.second).toBeCloseTo(closed.second, 10);
      expect(nearly.mean).toBeCloseTo(closed.mean, 10);
      expect(nearly.slope).toBeCloseTo(closed.slope, 10);
    }
    expect(activationMoments(act('relu'), 2)).toEqual({
      mean: Math.sqrt(1 / Math.PI),
      second: 1,
      slope: 0.5,
    });
  });

  test('fixed points', () => {
    expect(fixedPoint(act('tanh'), 1.5 ** 2, 0)).toBeGreaterThan(0.1);
    expect(fixedPoint(act('relu'), 2, 0)).toBeCloseTo(1, 8);
    expect(fixedPoint(act('relu'), 2.2, 0)).toBe(Infinity);
    expect(fixedPoint(act('relu'), 1, 0)).toBe(0);
    // selu with LeCun weights keeps variance 1.
    expect(fixedPoint(act('selu'), 1, 0)).toBeCloseTo(1, 6);
  });

  test('the critical line of tanh starts at (1, 0), that of ReLU is the one point √2', () => {
    const [start, later] = criticalLine(act('tanh'), [1e-6, 0.5]);
    expect(start?.weightStd).toBeCloseTo(1, 5);
    expect(start?.biasStd).toBeCloseTo(0, 3);
    expect(later?.weightStd).toBeGreaterThan(1);
    expect(later?.biasStd).toBeGreaterThan(0);
    for (const point of criticalLine(act('tanh'), [0.1, 0.5, 2])) {
      expect(gradientFactor(act('tanh'), point.weightStd ** 2, point.q)).toBeCloseTo(1, 10);
      const q = fixedPoint(act('tanh'), point.weightStd ** 2, point.biasStd ** 2);
      expect(q).toBeCloseTo(point.q, 6);
    }
    for (const { weightStd, biasStd } of criticalLine(act('relu'), [0.1, 3])) {
      expect(weightStd).toBeCloseTo(Math.SQRT2, 12);
      expect(biasStd).toBeCloseTo(0, 6);
    }
  });
});

test('examples are grouped by size, and alike ones taken together', () => {
  const groups = (squares: readonly number[]) =>
    groupExamples(squares.map((x) => Float64Array.of(x))).map(([x]) => x!);
  expect(groups([1, 1.01, 0.99, 1])).toEqual([1]);
  expect(groups([4, 0, 4, 0])).toEqual([0, 0, 4, 4]);
  const many = groups(Array.from({ length: 100 }, (_, i) => i));
  expect(many.length).toBe(32);
});

test('distance counts powers of ten', () => {
  expect(distance(10, 1)).toBeCloseTo(1, 12);
  expect(distance(0, 0)).toBe(0);
  expect(distance(0, 1)).toBe(Infinity);
});

test('a critical tanh network settles at 0, however slowly; a strong one at its own spread', () => {
  const act = { id: 'tanh', params: {} } as const;
  expect(fixedPoint(act, 1, 0)).toBe(0);
  const q = fixedPoint(act, 2, 0);
  expect(2 * activationMoments(act, q).second).toBeCloseTo(q, 8);
  expect(q).toBeGreaterThan(0.1);
});
