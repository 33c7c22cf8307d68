import { describe, expect, test } from 'vitest';
import { completeActivation } from '../rules/spec.ts';
import { settled } from '../theory/correlation.ts';
import { ACTIVATION_IDS } from '../types.ts';
import { chiGrid, criticalVariances, mapReach, spaced } from './chiGrid.ts';

const act = (id: (typeof ACTIVATION_IDS)[number]) => completeActivation({ id, params: {} }).value;

describe('χ₁ over the map', () => {
  test.each(ACTIVATION_IDS)('%s: as the exact fixed point has it', (id) => {
    const weights = spaced(0, mapReach(act(id)), 7).slice(1);
    const biases = [0, 0.05, 0.3, 1];
    const { chi } = chiGrid(act(id), weights, biases);
    biases.forEach((biasVariance, row) => {
      weights.forEach((weightVariance, column) => {
        const exact = settled(act(id), { weightVariance, biasVariance });
        const found = chi[row * weights.length + column];
        if (exact === null) expect(found).toBeNaN();
        else expect(found).toBeCloseTo(exact.chi, 4);
      });
    });
  });
});

describe('the critical line', () => {
  // Poole et al. 2016 and Schoenholz et al. 2017, computed once more in float64.
  test.each([
    [0.001, 1.18919, 0.1073],
    [0.01, 1.42421, 0.2733],
    [0.05, 1.76095, 0.57],
    [0.2, 2.28515, 1.1645],
    [1, 3.44321, 3.0364],
  ])('tanh at σ_b² = %f', (biasVariance, weightVariance, q) => {
    const line = criticalVariances(act('tanh'));
    const after = line.findIndex((point) => point.biasVariance >= biasVariance);
    const [a, b] = [line[after - 1]!, line[after]!];
    const t = (biasVariance - a.biasVariance) / (b.biasVariance - a.biasVariance);
    // Between two points of the line; their distance is the tolerance.
    expect(
      Math.abs(a.weightVariance + t * (b.weightVariance - a.weightVariance) - weightVariance),
    ).toBeLessThan(2e-3);
    expect(Math.abs(a.q + t * (b.q - a.q) - q)).toBeLessThan(5e-3);
    const exact = settled(act('tanh'), { weightVariance, biasVariance })!;
    expect(exact.chi).toBeCloseTo(1, 4);
    expect(exact.q).toBeCloseTo(q, 3);
  });

  test('ReLU has one critical point: He’s', () => {
    const line = criticalVariances(act('relu'));
    expect(line).toHaveLength(1);
    expect(line[0]!.weightVariance).toBeCloseTo(2, 9);
    expect(line[0]!.biasVariance).toBeCloseTo(0, 9);
  });

  test('every map holds its critical line', () => {
    for (const id of ACTIVATION_IDS) {
      const reach = mapReach(act(id));
      const inside = criticalVariances(act(id)).filter(
        ({ weightVariance, biasVariance }) => weightVariance <= reach && biasVariance <= 1,
      );
      expect(inside.length, id).toBeGreaterThan(0);
    }
  });
});
