import { describe, expect, test } from 'vitest';
import { fast, reference } from '../../../tests/kernels.ts';
import { settled } from '../theory/correlation.ts';
import { completeActivation } from '../rules/spec.ts';
import { CIRCLE_POINTS, foldCircle, greatCircle } from './circle.ts';
import { PLANE_SIDE, planeFunction } from './planeFunction.ts';

const tanh = completeActivation({ id: 'tanh', params: {} }).value;
const net = (weightVariance: number, width = 256) => ({
  act: tanh,
  start: { weightVariance, biasVariance: 0.05 },
  width,
  seed: 2,
});

test('a great circle: mean square 1, neighbours equally far apart', () => {
  const n = 40;
  const x = greatCircle(n, 1);
  const distance = (p: number, q: number): number => {
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += (x[p * n + i]! - x[q * n + i]!) ** 2;
    return sum;
  };
  const step = distance(0, 1);
  for (let p = 0; p < CIRCLE_POINTS; p += 1) {
    expect(distance(p, (p + 1) % CIRCLE_POINTS)).toBeCloseTo(step, 3);
    let square = 0;
    for (let i = 0; i < n; i += 1) square += x[p * n + i]! ** 2;
    expect(square / n).toBeCloseTo(1, 5);
  }
});

describe('a circle through the net', () => {
  const [kernels] = fast;
  test.each([1, 1.76, 4])('σ_w² = %f: its variance settles where theory says', (weightVariance) => {
    const last = foldCircle(kernels!, net(weightVariance)).at(-1)!;
    const { q } = settled(tanh, net(weightVariance).start)!;
    // One net of width 256: q fluctuates by about √(2/n) per layer, correlated over a few layers.
    expect(Math.abs(last.q / q - 1)).toBeLessThan(4 * Math.sqrt(2 / 256));
  });

  test('three directions hold the first layer whole, and ever less of chaos', () => {
    const shares = foldCircle(kernels!, net(4)).map(({ share }) => share);
    expect(shares[0]).toBeGreaterThan(0.999);
    expect(shares.at(-1)).toBeLessThan(0.7);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  test('in order the circle shrinks together: the plane’s function goes flat', () => {
    const ordered = planeFunction(kernels!, net(1, 128));
    const chaotic = planeFunction(kernels!, net(4, 128));
    expect(ordered.values).toHaveLength(PLANE_SIDE ** 2);
    expect(chaotic.std).toBeGreaterThan(3 * ordered.std);
  });

  test('the reference draws the same picture', () => {
    const a = foldCircle(reference, net(1.76, 32)).at(-1)!;
    const b = foldCircle(kernels!, net(1.76, 32)).at(-1)!;
    expect(b.share).toBeCloseTo(a.share, 3);
    expect(b.q).toBeCloseTo(a.q, 4);
  });
});
