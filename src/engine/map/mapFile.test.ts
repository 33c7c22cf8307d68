import { expect, test } from 'vitest';
import { fast } from '../../../tests/kernels.ts';
import { completeActivation } from '../rules/spec.ts';
import { chaosFile, trainabilityFile } from './mapFile.ts';
import { parseMap } from './mapQuery.ts';

test('the map’s file: axes, a row of χ₁ per bias variance, and the critical line', () => {
  const { format, grid, criticalLine } = chaosFile(
    completeActivation({ id: 'relu', params: {} }).value,
  );
  expect(format).toBe('init-lab/map@1');
  expect(grid.chi).toHaveLength(grid.biasVariance.length);
  expect(grid.chi[0]).toHaveLength(grid.weightVariance.length);
  expect(criticalLine).toHaveLength(1);
  // Beyond He's point the variance of ReLU runs away.
  expect(grid.chi.at(-1)!.at(-1)).toBe('NaN');
  expect(grid.chi[0]![15]).toBeCloseTo(grid.weightVariance[15]! / 2, 6);
});

test('the file of where a network can learn: every cell, with what it was trained by', async () => {
  const { query } = parseMap('kind=trainability&width=4&steps=1&lr=0.5');
  const file = await trainabilityFile(query, fast[0]!);
  expect(file).toMatchObject({ format: 'init-lab/trainability@1', act: 'tanh', lr: 0.5, steps: 1 });
  expect(file.cells).toHaveLength(48);
  for (const cell of file.cells) expect(cell.seeds).toBe(1);
});
