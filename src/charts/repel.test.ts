import { describe, expect, it } from 'vitest';
import { repel } from './repel.ts';

describe('repel', () => {
  it('leaves labels that are apart where they are', () => {
    expect(repel([10, 50, 90], 12, 0, 100)).toEqual([10, 50, 90]);
  });

  it('spreads touching labels around their mean, in their order', () => {
    expect(repel([50, 50, 49], 10, 0, 100)).toEqual([
      expect.closeTo(49.67, 1),
      expect.closeTo(59.67, 1),
      expect.closeTo(39.67, 1),
    ]);
  });

  it('merges groups that run into each other', () => {
    const placed = repel([20, 21, 33, 34], 12, 0, 100);
    const gaps = placed.slice(1).map((y, i) => y - (placed[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(12 - 1e-9);
  });

  it('keeps inside the limits', () => {
    expect(repel([99, 100], 12, 0, 100)).toEqual([88, 100]);
    expect(repel([0, 1], 12, 0, 100)).toEqual([0, 12]);
  });
});
