/** What many seeds measure at single places, forward and backward, against the recursion over places. */
import { describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { runLab } from '../experiment/runLane.ts';
import type { LaneRun } from '../experiment/results.ts';
import { parseQuery } from '../lab/query.ts';

const kernels = await createKernels();

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;
const SEEDS = 24;
const runs = (query: string): readonly LaneRun[] =>
  Array.from({ length: SEEDS }, (_, seed) =>
    runLab(parseQuery(`${query}&seed=${seed}`).lab, kernels, () => 0),
  ).flat();
/** Standard errors between the mean of what many seeds measure and what theory says. */
function apart(measured: readonly number[], theory: number): number {
  const centre = mean(measured);
  const error = Math.sqrt(mean(measured.map((x) => (x - centre) ** 2)) / (measured.length - 1));
  // Finite width leaves a little; it is not what these tests are about.
  return Math.max(0, Math.abs(centre - theory) - 0.02 * theory) / error;
}

describe.each(['relu', 'tanh', 'gelu'])('measured against the recursion: %s', (act) => {
  test.each(['zero', 'circular'])('padding %s', (padding) => {
    const found = runs(
      `net=conv&lane=he_normal&act=${act}&padding=${padding}&depth=4&width=48&batch=16`,
    );
    [0, 3].forEach((layer) => {
      // The corner, an edge, and the middle.
      for (const place of [0, 4, 27]) {
        const forward = found.map(({ layers }) => layers[layer]!.places!);
        const squares = forward.map(({ activations }) => activations[place]!);
        const expected = mean(forward.map(({ theory }) => theory![place]!));
        expect(apart(squares, expected)).toBeLessThan(4.5);
      }
      const stats = found.map(({ layers }) => layers[layer]!);
      const gradients = stats.map(({ gradients: g }) => g!.std ** 2);
      const expected = mean(stats.map(({ theory }) => theory!.gradientStd! ** 2));
      expect(apart(gradients, expected)).toBeLessThan(4.5);
    });
  });
});
