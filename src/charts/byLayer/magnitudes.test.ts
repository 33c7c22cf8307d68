import { describe, expect, it } from 'vitest';
import { summaryOf } from '../gallery/draws.ts';
import { denseRuns, medianDecade } from './magnitudes.ts';

const summary = (values: readonly number[]) => summaryOf(Float64Array.from(values), [-1, 1]);

describe('magnitudes', () => {
  it('finds where values lie', () => {
    const { magnitudes } = summary([1.1, 1.2, 1.3, -1.05]);
    expect(denseRuns(magnitudes, 0.5)).toEqual([[0, expect.closeTo(Math.log10(2) / 2, 6)]]);
    expect(medianDecade(magnitudes)).toBeCloseTo(Math.log10(2) / 4, 6);
    expect(medianDecade(summary([0, 0]).magnitudes)).toBeNull();
  });
});
