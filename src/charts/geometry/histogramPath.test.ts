import { describe, expect, it } from 'vitest';
import { barPath, nonZeroCounts, stepPath } from './histogramPath.ts';

const steps = { left: 0, right: 40, base: 10, height: 10 };

describe('stepPath', () => {
  it('goes up, along and down, one segment for equal neighbours', () => {
    expect(stepPath([2, 2, 1, 0], steps)).toBe('M0,10V0H20V5H30V10');
  });

  it('draws nothing where bins are empty', () => {
    expect(stepPath([1, 0, 0, 1], steps)).toBe('M0,10V0H10V10M30,10V0H40V10');
    expect(stepPath([0, 0], steps)).toBe('');
  });

  it('hangs down for a negative height', () => {
    expect(stepPath([1], { ...steps, height: -5 })).toBe('M0,10V15H40V10');
  });
});

describe('nonZeroCounts', () => {
  const histogram = { lo: -1, hi: 1, counts: Uint32Array.of(3, 9, 4, 2), below: 0, above: 0 };

  it('takes exact zeros out of the bin they were counted in', () => {
    expect([...nonZeroCounts(histogram, 3)]).toEqual([3, 9, 1, 2]);
    expect([...nonZeroCounts({ ...histogram, lo: 0 }, 3)]).toEqual([0, 9, 4, 2]);
  });

  it('leaves a range without zero alone', () => {
    expect([...nonZeroCounts({ ...histogram, lo: 0.5 }, 3)]).toEqual([3, 9, 4, 2]);
  });
});

describe('barPath', () => {
  it('is at least one pixel high, or not there', () => {
    expect(barPath(0, 4, 10, 0.001)).toBe('M0,10V9h4V10Z');
    expect(barPath(0, 4, 10, 0)).toBe('');
  });
});
