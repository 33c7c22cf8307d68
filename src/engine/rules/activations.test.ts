import { describe, expect, test } from 'vitest';
import { activation } from './activations.ts';
import { erf, erfc, normalCdf } from '../math/erf.ts';
import { expectation } from '../math/gaussian.ts';
import { completeActivation } from './spec.ts';
import type { ActivationId } from './ids.ts';
import { ACTIVATION_IDS } from './ids.ts';

const defaultCurve = (id: ActivationId) =>
  activation(id).curve(completeActivation({ id, params: {} }).value.params);
const GRID = Array.from({ length: 161 }, (_, i) => -8 + i * 0.1 + 0.013);

describe.each(ACTIVATION_IDS)('%s', (id) => {
  const { bound, saturation } = activation(id);
  const { f, df } = defaultCurve(id);

  test('has the derivative of its function', () => {
    const step = 1e-5;
    for (const x of GRID) {
      const slope = (f(x + step) - f(x - step)) / (2 * step);
      expect(df(x)).toBeCloseTo(slope, 8);
    }
  });

  test('takes the left value of the derivative at 0', () => {
    expect(df(0)).toBeCloseTo(df(-1e-12), 10);
  });

  test('keeps its bounds and tells saturation from them', () => {
    for (const x of GRID) {
      expect(f(x)).toBeGreaterThanOrEqual(bound[0]);
      expect(f(x)).toBeLessThanOrEqual(bound[1]);
    }
    if (saturation !== null) {
      expect(f(-400)).toBeLessThan(saturation.low);
      expect(f(400)).toBeGreaterThan(saturation.high);
      expect(f(0)).toBeLessThan(saturation.high);
    }
  });
});

test.each([
  ['linear', 1],
  ['sigmoid', 1],
  ['tanh', 5 / 3],
  ['relu', Math.SQRT2],
  ['leaky_relu', Math.sqrt(2 / (1 + 0.01 ** 2))],
  ['selu', 0.75],
] as const)('the gain of %s is that of torch.nn.init.calculate_gain', (id, gain) => {
  expect(defaultCurve(id).gain()).toBeCloseTo(gain, 12);
});

test('selu maps a unit Gaussian to mean 0 and variance 1', () => {
  const { f } = defaultCurve('selu');
  expect(expectation((z) => f(z))).toBeCloseTo(0, 12);
  expect(expectation((z) => f(z) ** 2)).toBeCloseTo(1, 12);
});

test('the error function at tabulated points', () => {
  // Abramowitz & Stegun, table 7.1, and the tail from DLMF 7.9.
  expect(erf(0.5)).toBeCloseTo(0.5204998778130465, 14);
  expect(erf(1)).toBeCloseTo(0.8427007929497149, 14);
  expect(erf(2)).toBeCloseTo(0.9953222650189527, 14);
  expect(erfc(3) / 2.209049699858544e-5).toBeCloseTo(1, 12);
  expect(erfc(10) / 2.088487583762545e-45).toBeCloseTo(1, 10);
  expect(erf(-2.5 - 1e-12)).toBeCloseTo(erf(-2.5 + 1e-12), 11);
  expect(normalCdf(0)).toBe(0.5);
});

test('expectations are exact for even moments and for kinks', () => {
  expect(expectation(() => 1)).toBeCloseTo(1, 13);
  expect(expectation((z) => z ** 2)).toBeCloseTo(1, 12);
  expect(expectation((z) => z ** 8)).toBeCloseTo(105, 8);
  expect(expectation((z) => Math.abs(z))).toBeCloseTo(Math.sqrt(2 / Math.PI), 13);
  // A step as steep as tanh(10⁵ z): E[sech⁴(sz)] → 4/(3s√(2π)).
  const steep = expectation((z) => 1 / Math.cosh(Math.min(700, 1e5 * Math.abs(z))) ** 4);
  expect(steep / (4 / (3e5 * Math.sqrt(2 * Math.PI)))).toBeCloseTo(1, 6);
});
