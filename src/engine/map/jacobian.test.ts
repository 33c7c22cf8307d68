import { describe, expect, test } from 'vitest';
import { completeActivation } from '../rules/spec.ts';
import type { ActivationId } from '../types.ts';
import type { JacobianDraw, JacobianNet } from './jacobian.ts';
import { ellipses, jacobianLayers, jacobianVariation, variationOf } from './jacobian.ts';

const net = (
  id: ActivationId,
  weightVariance: number,
  draw: JacobianDraw,
  more: Partial<JacobianNet> = {},
): JacobianNet => ({
  act: completeActivation({ id, params: {} }).value,
  start: { weightVariance, biasVariance: id === 'tanh' ? 0.05 : 0 },
  draw,
  width: 32,
  depth: 6,
  seed: 1,
  ...more,
});

const CASES = [
  ['linear', 1, 'gaussian', 1],
  ['linear', 1, 'orthogonal', 0],
  ['relu', 2, 'gaussian', 2],
  ['relu', 2, 'orthogonal', 1],
  ['tanh', 1.76095, 'gaussian', 1.3423],
  ['tanh', 1.76095, 'orthogonal', 0.3423],
] as const;

describe('var(s²) / mean(s²)²', () => {
  test.each(CASES)('%s, σ_w² = %f, %s: theory is %f per layer', (id, variance, draw, per) => {
    expect(variationOf(net(id, variance, draw))).toBeCloseTo(6 * per, 3);
  });

  // Width 96, depth 6, six seeds: the mean of a heavy-tailed number, so four of its own standard errors.
  test.each(CASES)('%s, σ_w² = %f, %s: measured', (id, variance, draw, per) => {
    const found = [1, 2, 3, 4, 5, 6].map((seed) =>
      jacobianVariation(net(id, variance, draw, { width: 96, seed })),
    );
    const mean = found.reduce((sum, x) => sum + x, 0) / found.length;
    const square = found.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (found.length - 1);
    const error = Math.sqrt(square / found.length);
    // Finite width adds a few parts in width.
    expect(Math.abs(mean - 6 * per)).toBeLessThan(4 * error + 6 * (6 / 96) * Math.max(per, 0.05));
  });

  test.each(CASES)(
    '%s, σ_w² = %f, %s: singular values give what traces give',
    (id, variance, draw) => {
      const one = net(id, variance, draw);
      const last = [...jacobianLayers(one)].at(-1)!;
      expect(last.variation).toBeCloseTo(jacobianVariation(one), 6);
    },
  );
});

test('linear nets: the largest singular value of four layers is near √(5⁵/4⁴)', () => {
  const largest = [1, 2, 3].map(
    (seed) =>
      [...jacobianLayers(net('linear', 1, 'gaussian', { width: 64, depth: 4, seed }))].at(-1)!
        .values[0]!,
  );
  // It comes from below as n^(−2/3): Saxe et al. 2013 give the limit 3.494.
  for (const value of largest) {
    expect(value).toBeGreaterThan(3.494 * (1 - 3 * 64 ** (-2 / 3)));
    expect(value).toBeLessThan(3.494 * (1 + 3 * 64 ** (-2 / 3)));
  }
});

test('ReLU loses directions for good, and they are counted as exact zeros', () => {
  const last = [...jacobianLayers(net('relu', 2, 'gaussian'))].at(-1)!;
  const lost = last.values.filter((value) => value === 0).length;
  expect(lost).toBeGreaterThan(32 / 4);
  expect(lost).toBeLessThan((32 * 3) / 4);
});

test('small singular values survive: a chain of known factors', () => {
  // Orthogonal layers with σ_w = 10⁻³: thirty of them shrink every direction to 10⁻⁹⁰, all alike.
  const layers = [...jacobianLayers(net('linear', 1e-6, 'orthogonal', { width: 12, depth: 30 }))];
  const { values } = layers.at(-1)!;
  for (const value of values) expect(value / 1e-90).toBeCloseTo(1, 9);
});

test('an ellipse of an orthogonal linear net is a circle', () => {
  for (const { axes } of ellipses(net('linear', 1, 'orthogonal'))) {
    for (const axis of axes) expect(Math.hypot(...axis)).toBeCloseTo(1, 12);
    expect(axes[0][0] * axes[1][0] + axes[0][1] * axes[1][1]).toBeCloseTo(0, 12);
  }
});
