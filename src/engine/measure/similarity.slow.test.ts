/** Mean cosine of examples over many seeds against the correlation map. */
import { describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { runLab } from '../experiment/runLane.ts';
import { parseQuery } from '../lab/query.ts';

const kernels = await createKernels();

const SEEDS = 12;
/** Mean over seeds of what the page measures, its standard error, and the mean of what theory says, by layer. */
function overSeeds(query: string) {
  const runs = Array.from({ length: SEEDS }, (_, seed) =>
    runLab(parseQuery(`${query}&backward=0&seed=${seed}`).lab, kernels, () => 0),
  ).flat();
  const mean = (list: readonly number[]): number =>
    list.reduce((sum, x) => sum + x, 0) / list.length;
  return runs[0]!.layers.map((_, i) => {
    const measured = runs.map(({ layers }) => layers[i]!.similarity);
    const theory = mean(runs.map(({ layers }) => layers[i]!.theory!.similarity!));
    const centre = mean(measured);
    const variance = mean(measured.map((x) => (x - centre) ** 2));
    return { centre, theory, error: Math.sqrt(variance / (SEEDS - 1)) };
  });
}

describe('measured against the correlation map', () => {
  test.each([
    ['ReLU, He', 'lane=he_normal&depth=11'],
    ['ordered', 'lane=lecun_normal&act=tanh&bias=random_normal(std=0.2236)&depth=10'],
    ['chaotic', 'lane=random_normal(std=0.125)&act=tanh&bias=random_normal(std=0.2236)&depth=10'],
    ['gelu', 'lane=he_normal&act=gelu&depth=5'],
    ['selu, norms that differ', 'lane=lecun_normal&act=selu&depth=5&in=3'],
    ['a bias they share', 'lane=he_normal&bias=constant(value=0.3)&depth=4'],
    ['labelled points', 'lane=xavier_normal&act=tanh&input=circle&depth=4'],
    ['orthogonal', 'lane=orthogonal&act=relu&depth=4'],
    ['lsuv', 'lane=lsuv&act=sigmoid&depth=4'],
  ])('%s', (_, query) => {
    overSeeds(`${query}&width=256&batch=48`).forEach(({ centre, theory, error }, layer) => {
      // Finite width leaves some per cent of what is already there; it is not what this test is about.
      const apart =
        Math.max(0, Math.abs(centre - theory) - 0.03 * Math.abs(theory) - 0.002) / error;
      expect(apart, `layer ${layer + 1}: ${centre} ± ${error}, theory ${theory}`).toBeLessThan(4.5);
    });
  });
});
