import { expect, test } from 'vitest';
import { NEURON_SAMPLES, neuronProducts, neuronStd, neuronSums } from './neuronSums.ts';

test('the products of a neuron add up to its z', () => {
  for (const [n, sample] of [
    [1, 0],
    [7, 3],
    [128, NEURON_SAMPLES - 1],
  ] as const) {
    const sum = neuronProducts(n, sample).reduce((total, each) => total + each, 0);
    expect(sum).toBeCloseTo(neuronSums(n)[sample] ?? Number.NaN, 12);
  }
});

test('σ grows like √n, Var(wx) being 1', () => {
  // Var(s²) = (κ − 1) σ⁴ / N with kurtosis κ = 3 + 6/n of a sum of n products of normals.
  for (const n of [1, 4, 16, 64, 128]) {
    const error = Math.sqrt((2 + 6 / n) / NEURON_SAMPLES);
    expect(Math.abs(neuronStd(n) ** 2 / n - 1)).toBeLessThan(4 * error);
  }
});
