import { describe, expect, it } from 'vitest';
import { summaryOf } from '../gallery/draws.ts';
import { ownRange } from './ownRange.ts';

const summary = (values: readonly number[]) => summaryOf(Float64Array.from(values), [-1, 1]);

describe('ownRange', () => {
  it('keeps zero in its place', () => {
    expect(ownRange(summary([-1, 2]))).toEqual({ kind: 'around-zero', lo: -2, hi: 2 });
    expect(ownRange(summary([0, 3]))).toEqual({ kind: 'from-zero', lo: 0, hi: 3 });
  });

  it('leaves it out far away, and knows a single value', () => {
    expect(ownRange(summary([0.49, 0.51])).kind).toBe('away');
    expect(ownRange(summary([0.5, 0.5]))).toEqual({ kind: 'one-value', lo: 0.25, hi: 0.75 });
    expect(ownRange(summary([0, 0]))).toEqual({ kind: 'one-value', lo: 0, hi: 1 });
  });
});
