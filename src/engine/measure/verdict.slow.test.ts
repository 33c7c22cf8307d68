import { beforeAll, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import type { Kernels } from '../kernels.ts';
import { parseQuery } from '../lab/query.ts';
import { runLab } from '../experiment/runLane.ts';
import type { LaneVerdict } from './verdict.ts';
import { judge as judgeLayers } from './verdict.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
});

const judge = (query: string): LaneVerdict =>
  runLab(parseQuery(query).lab, kernels, () => 0)[0]!.outcome.verdict;

test('where there is no hidden layer there is no spread to speak of', () => {
  expect(judgeLayers(1, [])).toEqual({ id: 'healthy', reason: { kind: 'no-layers' } });
});

/** What a teacher would say of each. */
test.each([
  ['lane=zeros', 'symmetric', 'one-unit'],
  ['lane=zeros&act=sigmoid', 'symmetric', 'one-unit'],
  ['lane=constant&act=tanh', 'symmetric', 'one-unit'],
  ['lane=constant&depth=40', 'symmetric', 'one-unit'],
  ['lane=identity&input=circle', 'symmetric', 'one-unit'],
  ['lane=he_normal', 'healthy', 'keeps'],
  ['lane=he_normal&depth=100', 'healthy', 'alike'],
  ['lane=xavier_normal&act=tanh', 'healthy', 'keeps'],
  ['lane=xavier_normal&act=tanh&depth=100', 'healthy', 'keeps'],
  ['lane=lecun_normal&act=selu&depth=50', 'healthy', 'keeps'],
  ['lane=orthogonal&act=linear&depth=100', 'healthy', 'keeps'],
  ['lane=lsuv&act=gelu&depth=12', 'healthy', 'keeps'],
  ['lane=he_normal&depth=1', 'healthy', 'keeps'],
  ['lane=identity&act=linear&depth=1&width=1&batch=1', 'healthy', 'keeps'],
  ['lane=he_normal&input=moons', 'healthy', 'alike'],
  ['lane=xavier_normal', 'vanishing', 'shrinks'],
  ['lane=pytorch_linear', 'vanishing', 'shrinks'],
  ['lane=pytorch_linear&depth=3', 'vanishing', 'shrinks'],
  ['lane=random_normal(std=0.01)&act=tanh', 'vanishing', 'shrinks'],
  ['lane=random_normal(std=0.01)&act=linear&depth=100', 'vanishing', 'underflows'],
  ['lane=random_normal(std=0.01)&precision=float16&depth=30', 'vanishing', 'underflows'],
  ['lane=random_normal(std=0.01)&act=gelu&precision=float16&depth=30', 'vanishing', 'underflows'],
  ['lane=xavier_normal&act=sigmoid', 'vanishing', 'gradient-shrinks'],
  ['lane=random_normal(std=0.2)', 'exploding', 'grows'],
  ['lane=random_normal(std=1)&depth=100', 'exploding', 'overflows'],
  ['lane=he_normal(slope=0)&act=linear&depth=30', 'exploding', 'grows'],
  ['lane=random_normal(std=1)&precision=float16', 'exploding', 'overflows'],
  ['lane=random_normal(std=0.17)&act=tanh&depth=40', 'exploding', 'gradient-grows'],
  ['lane=random_normal(std=1)&act=tanh', 'saturated', 'saturates'],
  ['lane=random_normal(std=1)&act=sigmoid', 'saturated', 'saturates'],
  ['lane=he_normal&bias=constant(value=-10)', 'dead', 'all-zero'],
])('%s: %s (%s)', (query, id, kind) => {
  const verdict = judge(`${query}&${query.includes('width') ? '' : 'width=100&batch=100'}`);
  expect([verdict.id, verdict.reason.kind]).toEqual([id, kind]);
  for (const value of Object.values(verdict.reason)) {
    if (typeof value === 'number') expect(Number.isNaN(value)).toBe(false);
  }
});

test('the numbers of a sentence are those of the run', () => {
  const { reason } = judge('lane=xavier_normal&width=512&batch=256&depth=20&backward=0');
  if (reason.kind !== 'shrinks') throw new Error(reason.kind);
  expect(reason.factor).toBeCloseTo(Math.SQRT1_2, 1);
  expect(reason.halfEvery).toBeCloseTo(2, 0);
});

test('sizes kept and examples lost: the sentence has the similarity of the last layer', () => {
  const [run] = runLab(
    parseQuery('lane=he_normal&depth=40&width=256&batch=64').lab,
    kernels,
    () => 0,
  );
  const { id, reason } = run!.outcome.verdict;
  if (reason.kind !== 'alike') throw new Error(reason.kind);
  expect(id).toBe('healthy');
  expect(reason.similarity).toBe(run!.layers.at(-1)!.similarity);
  expect(reason.similarity).toBeGreaterThan(0.95);
});
