import { describe, expect, it } from 'vitest';
import { decadeDomain, decadeTicks } from './decades.ts';

describe('decades', () => {
  it('moves by steps of the table and ignores what has no logarithm', () => {
    expect(decadeDomain([0.84, null, 0, Infinity, Number.NaN])).toEqual({ lo: -2, hi: 1 });
    expect(decadeDomain([0.5, 0.004])).toEqual({ lo: -4, hi: 1 });
    expect(decadeDomain([1e-44, 1e30])).toEqual({ lo: -50, hi: 40 });
    // What float64 holds, from its smallest number to its largest.
    expect(decadeDomain([1.8e141])).toEqual({ lo: -2, hi: 160 });
    expect(decadeDomain([5e-324, 1.7e308])).toEqual({ lo: -330, hi: 310 });
  });

  it('rules at most as many decades as asked, 1 among them', () => {
    for (const domain of [
      { lo: -2, hi: 1 },
      { lo: -10, hi: 6 },
      { lo: -50, hi: 40 },
      { lo: -330, hi: 310 },
    ]) {
      const ticks = decadeTicks(domain, 6);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(ticks).toContain(0);
    }
  });
});
