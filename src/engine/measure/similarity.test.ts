/** Mean cosine of examples: by every pair and at the ends of the number range. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { runLab } from '../experiment/runLane.ts';
import type { Kernels } from '../kernels.ts';
import { parseQuery } from '../lab/query.ts';
import { spread } from '../passes/layerSpread.ts';
import { laneConfig } from '../lab/lab.ts';
import { meanCosine } from './similarity.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
});

/** One pair after the other. */
function byPairs(values: Float64Array, rows: number): number {
  const cols = values.length / rows;
  const row = (i: number): number[] => [...values.subarray(i * cols, (i + 1) * cols)];
  const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
  let sum = 0;
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < i; j += 1) {
      sum += dot(row(i), row(j)) / Math.sqrt(dot(row(i), row(i)) * dot(row(j), row(j)));
    }
  }
  return sum / ((rows * (rows - 1)) / 2);
}

const values = (rows: number, cols: number, scale = 1): Float64Array =>
  Float64Array.from(
    { length: rows * cols },
    (_, i) => scale * Math.sin(12.9898 * i + 0.3 * i * i + 1),
  );

describe('mean cosine', () => {
  test('is that of every pair', () => {
    for (const [rows, cols] of [
      [2, 3],
      [5, 1],
      [17, 40],
    ] as const) {
      expect(meanCosine(values(rows, cols), rows)).toBeCloseTo(
        byPairs(values(rows, cols), rows),
        12,
      );
    }
  });
  test('does not depend on scale, however large or small', () => {
    const one = meanCosine(values(6, 9), 6);
    for (const scale of [1e-300, 1e300]) {
      expect(meanCosine(values(6, 9, scale), 6)).toBeCloseTo(one, 12);
    }
  });
  test('equal rows 1, opposite ones −1, lone ones and broken ones none', () => {
    expect(meanCosine(Float64Array.of(1, 2, 1, 2, 2, 4), 3)).toBeCloseTo(1, 14);
    expect(meanCosine(Float64Array.of(1, 2, -1, -2), 2)).toBeCloseTo(-1, 14);
    expect(meanCosine(Float64Array.of(1, 2), 1)).toBeNaN();
    expect(meanCosine(Float64Array.of(1, 2, 0, 0), 2)).toBeNaN();
    expect(meanCosine(Float64Array.of(1, 2, 1, Infinity), 2)).toBeNaN();
    // A row without a direction is left out.
    expect(meanCosine(Float64Array.of(1, 0, 0, 0, 1, 1), 3)).toBeCloseTo(Math.SQRT1_2, 14);
  });
});

test('many seeds measure the same quantity', () => {
  const { lab } = parseQuery('lane=he_normal&depth=3&width=40&batch=20');
  const [run] = runLab(lab, kernels, () => 0);
  const quick = spread(laneConfig(lab, lab.lanes[0]!), kernels);
  let step = quick.next();
  while (step.done !== true) step = quick.next();
  expect(step.value.similarity).toEqual(run!.layers.map(({ similarity }) => similarity));
});
