import { describe, expect, it } from 'vitest';
import { hairpin, loopRows } from './loop.ts';

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
