import { describe, expect, test } from 'vitest';
import { firstMoments } from '../math/gaussian.ts';
import { pairExpectation } from '../math/gaussianPair.ts';
import { activation } from '../rules/activations.ts';
import { ACTIVATION_IDS } from '../types.ts';
import type { ActivationSpec } from '../types.ts';
import {
  correlationSlope,
  correlationStep,
  depthScale,
  fixedCorrelation,
  pairMoment,
  settled,
} from './correlation.ts';
import { fixedPoint } from './variance.ts';

const act = (id: ActivationSpec['id'], params: ActivationSpec['params'] = {}): ActivationSpec => ({
  id,
  params,
});
const tanh = act('tanh');
const relu = act('relu');
const HE = { weightVariance: 2, biasVariance: 0 };

/** c after so many layers. */
function after(
  spec: ActivationSpec,
  start: typeof HE,
  q: number,
  layers: number,
  from = 0,
): number {
  let c = from;
  for (let layer = 0; layer < layers; layer += 1) c = correlationStep(spec, start, q, c);
  return c;
}

describe('expectations of pairs', () => {
  test.each(ACTIVATION_IDS)('%s: alike inputs, independent ones, and opposite ones', (id) => {
    const { f } = activation(id).curve({});
    for (const [size, tolerance] of [
      [0.1, 1e-9],
      [1, 1e-8],
      [3, 1e-5],
    ] as const) {
      const g = (z: number): number => f(size * z);
      const [mean, second] = firstMoments(g);
      const [across] = firstMoments((z) => g(z) * g(-z));
      expect(Math.abs(pairExpectation(g, g, 1) / second - 1)).toBeLessThan(tolerance);
      expect(Math.abs(pairExpectation(g, g, 0) - mean ** 2)).toBeLessThan(tolerance * second);
      expect(Math.abs(pairExpectation(g, g, -1) - across)).toBeLessThan(tolerance * second);
    }
  });

  test('polynomials: E[XY] = c, E[X²Y²] = 1 + 2c²', () => {
    for (const c of [-1, -0.7, 0, 0.2, 0.999, 1]) {
      expect(
        pairExpectation(
          (x) => x,
          (y) => y,
          c,
        ),
      ).toBeCloseTo(c, 9);
      expect(
        pairExpectation(
          (x) => x * x,
          (y) => y * y,
          c,
        ),
      ).toBeCloseTo(1 + 2 * c * c, 8);
    }
  });

  test('closed forms agree with quadrature, for two different variances', () => {
    for (const slope of [0, 0.01, 0.3, 1]) {
      const leaky = act('leaky_relu', { slope });
      for (const c of [-0.9, -0.2, 0, 0.5, 0.99, 1]) {
        const pair = { q: [0.7, 2.1], c } as const;
        expect(pairMoment(leaky, pair, 1e-13)).toBeCloseTo(pairMoment(leaky, pair), 8);
        const { df } = activation('leaky_relu').curve({ slope });
        const slopes = correlationSlope(leaky, HE, 1, c);
        expect(2 * pairExpectation(df, df, c)).toBeCloseTo(slopes, 8);
      }
    }
  });

  test('the slope is the derivative of the map (Price)', () => {
    const start = { weightVariance: 2.5, biasVariance: 0.1 };
    for (const id of ACTIVATION_IDS) {
      const spec = act(id);
      const q = 0.8;
      const step = (c: number): number => 2.5 * pairMoment(spec, { q: [q, q], c });
      const difference = (step(0.4 + 1e-4) - step(0.4 - 1e-4)) / 2e-4;
      expect(difference / q).toBeCloseTo(correlationSlope(spec, start, q, 0.4), 5);
    }
  });
});

test('the map settles where fixedCorrelation says, from either side', () => {
  for (const id of ['tanh', 'softsign', 'sigmoid', 'gelu'] as const) {
    const start = { weightVariance: 4, biasVariance: 0.1 };
    const q = fixedPoint(act(id), start.weightVariance, start.biasVariance);
    if (q === Infinity) continue;
    const c = fixedCorrelation(act(id), start, q);
    for (const from of [0, 0.98]) {
      expect(Math.abs(after(act(id), start, q, 300, from) - c)).toBeLessThan(0.002);
    }
  }
});

test('where there is no fixed point, none; where nothing is forgotten, ∞', () => {
  expect(settled(relu, { weightVariance: 2.2, biasVariance: 0 })).toBeNull();
  expect(settled(act('linear'), { weightVariance: 1.1, biasVariance: 0 })).toBeNull();
  expect(settled(relu, HE)).toEqual({ q: 1, chi: 1, c: 1, xi: Infinity });
  expect(depthScale(1.2)).toBe(Infinity);
  expect(settled(tanh, { weightVariance: 0.5, biasVariance: 0 })).toMatchObject({ q: 0, c: 1 });
});
