import { describe, expect, it } from 'vitest';
import { hairpin, loopRows, lossOutlines } from './loop.ts';

describe('loopRows', () => {
  it('puts the same decades twice, and neither band over the other', () => {
    const { lo, hi, strip, shift, floor, ceiling } = loopRows({ lo: -4, hi: 1 });
    expect(hi + strip + shift).toBeLessThan(lo - strip);
    expect(floor).toBe(lo - strip + shift);
    expect(ceiling).toBe(hi + strip);
  });
});

describe('hairpin', () => {
  it('reaches its turn and no further', () => {
    const [, ...numbers] = hairpin([10, 0], [10, 40], 25)
      .split(/[MC, ]+/)
      .map(Number);
    const [x0 = 0, , x1 = 0, , x2 = 0, , x3 = 0] = numbers;
    const at = (t: number): number =>
      (1 - t) ** 3 * x0 + 3 * (1 - t) ** 2 * t * x1 + 3 * (1 - t) * t ** 2 * x2 + t ** 3 * x3;
    expect(at(0.5)).toBeCloseTo(25, 6);
    expect(Math.max(...Array.from({ length: 101 }, (_, i) => at(i / 100)))).toBeCloseTo(25, 6);
  });
});

/** Shoelace. */
const area = (points: readonly (readonly [number, number])[]): number =>
  Math.abs(
    points.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = points[(i + 1) % points.length] ?? [x, y];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );

describe('lossOutlines', () => {
  it('encloses what is between the line and the level', () => {
    const [one = []] = lossOutlines([0, -1, -2], 0, { lo: -4, hi: 1 });
    expect(area(one)).toBeCloseTo(2, 12);
  });

  it('is cut where the line leaves the decades, not pulled to their edge', () => {
    const [one = []] = lossOutlines([0, -4], 0, { lo: -2, hi: 1 });
    // A triangle of 1 × 2 halved by the edge half way: 0.5 · 0.5 · 2 + 0.5 · 2.
    expect(area(one)).toBeCloseTo(1.5, 12);
  });

  it('has a gap where there is no finite value', () => {
    expect(lossOutlines([0, -1, null, -1, -1], 0, { lo: -4, hi: 1 })).toHaveLength(2);
    expect(lossOutlines([-Infinity, 0, 0], 0, { lo: -4, hi: 1 })).toHaveLength(1);
  });
});
