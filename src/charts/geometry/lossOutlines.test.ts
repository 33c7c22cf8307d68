import { describe, expect, it } from 'vitest';
import { lossOutlines } from './lossOutlines.ts';

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
