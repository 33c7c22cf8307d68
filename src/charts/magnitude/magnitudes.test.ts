import { describe, expect, it } from 'vitest';
import { summaryOf } from '../gallery/draws.ts';
import { denseRuns, magnitudeDomain, medianDecade } from './magnitudes.ts';

const summary = (values: readonly number[]) => summaryOf(Float64Array.from(values), [-1, 1]);

describe('magnitudes', () => {
  it('have the axis of float32 until float64 goes beyond it', () => {
    expect(magnitudeDomain([null, summary([1e-44, 3e38]), summary([0])])).toEqual({
      lo: -50,
      hi: 40,
    });
    expect(magnitudeDomain([summary([1, 1.8e141])])).toEqual({ lo: -50, hi: 160 });
    expect(magnitudeDomain([summary([5e-324, 1.7e308])])).toEqual({ lo: -330, hi: 310 });
  });

  it('finds where values lie', () => {
    const { magnitudes } = summary([1.1, 1.2, 1.3, -1.05]);
    expect(denseRuns(magnitudes, 0.5)).toEqual([[0, expect.closeTo(Math.log10(2) / 2, 6)]]);
    expect(medianDecade(magnitudes)).toBeCloseTo(Math.log10(2) / 4, 6);
    expect(medianDecade(summary([0, 0]).magnitudes)).toBeNull();
  });
});
