/** Cells trained: on the critical line, and far from it. */
import { expect, test } from 'vitest';
import { fast } from '../../../tests/kernels.ts';
import { gridOf } from './mapFile.ts';
import { parseMap } from './mapQuery.ts';
import { trainCell } from './trainability.ts';

const grid = gridOf(parseMap('kind=trainability&width=32&steps=600&lr=0.03').query);
const [kernels] = fast;

function run(depth: number, weightVariance: number, seeds = 1) {
  const races = trainCell({ ...grid, seeds }, { depth, weightVariance }, kernels!);
  let step = races.next();
  while (step.done !== true) step = races.next();
  return step.value;
}

test('a shallow net learns on the line, a deep one far from it does not', () => {
  expect(run(3, 1.75, 2)).toMatchObject({ learned: 2, seeds: 2 });
  const dead = run(60, 1);
  expect(dead).toMatchObject({ learned: 0, medianStep: null });
});
