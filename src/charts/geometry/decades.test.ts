import { describe, expect, it } from 'vitest';
import { decadeDomain, decadeTicks } from './decades.ts';

describe('decades', () => {
  it('moves by steps of the table and ignores what has no logarithm', () => {
    expect(decadeDomain([0.84, null, 0, Infinity, Number.NaN])).toEqual({ lo: -2, hi: 1 });
    expect(decadeDomain([0.5, 0.004])).toEqual({ lo: -4, hi: 1 });
    expect(decadeDomain([1e-44, 1e30])).toEqual({ lo: -50, hi: 40 });
  });

  it('rules at most as many decades as asked, 1 among them', () => {
    for (const domain of [
      { lo: -2, hi: 1 },
      { lo: -10, hi: 6 },
      { lo: -50, hi: 40 },
    ]) {
      const ticks = decadeTicks(domain, 6);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(ticks).toContain(0);
    }
  });
});
