import { describe, expect, it } from 'vitest';
import { repel } from './repel.ts';

const all = (count: number, height: number): number[] =>
  Array.from({ length: count }, () => height);

describe('repel', () => {
  it('leaves labels that are apart where they are', () => {
    expect(repel([10, 50, 90], all(3, 12), 0, 100)).toEqual([10, 50, 90]);
  });

  it('spreads touching labels around their mean, in their order', () => {
    expect(repel([50, 50, 49], all(3, 10), 0, 100)).toEqual([
      expect.closeTo(49.67, 1),
      expect.closeTo(59.67, 1),
      expect.closeTo(39.67, 1),
    ]);
  });

  it('merges groups that run into each other', () => {
    const placed = repel([20, 21, 33, 34], all(4, 12), 0, 100);
    const gaps = placed.slice(1).map((y, i) => y - (placed[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(12 - 1e-9);
  });

  it('gives a label of two lines twice the room', () => {
    // Stacked, their centres are 15 apart; around 50 the squares of the ways are least at 42.5 and 57.5.
    expect(repel([50, 50], [20, 10], 0, 100)).toEqual([42.5, 57.5]);
  });

  it('keeps inside the limits', () => {
    expect(repel([99, 100], all(2, 12), 0, 100)).toEqual([82, 94]);
    expect(repel([0, 1], all(2, 12), 0, 100)).toEqual([6, 18]);
  });
});
