import { describe, expect, it } from 'vitest';
import { decadeDomain, decadeTicks } from './decades.ts';
import { denseRuns, medianDecade } from './magnitudes.ts';
import { ownRange } from './ownRange.ts';
import { isLabelled, labelStep, rowHeight, stripTicks } from './stripGeometry.ts';
import { summaryOf } from './gallery/draws.ts';

const summary = (values: readonly number[]) => summaryOf(Float64Array.from(values), [-1, 1]);

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

describe('strips', () => {
  it('labels the ends and zero or the middle', () => {
    expect(stripTicks(0, 4)).toEqual({ rules: [0, 1, 2, 3, 4], labels: [0, 2, 4] });
    expect(stripTicks(-1, 1).labels).toEqual([-1, 0, 1]);
  });

  it('never lets layer numbers touch', () => {
    for (const layers of [1, 7, 12, 13, 40, 99, 100]) {
      const pitch = rowHeight(layers, 16);
      const step = labelStep(pitch, 16);
      const shown = Array.from({ length: layers }, (_, i) => i + 1).filter((layer) =>
        isLabelled(layer, layers, step),
      );
      const gaps = shown.slice(1).map((layer, i) => (layer - (shown[i] ?? 0)) * pitch);
      expect(Math.min(Infinity, ...gaps)).toBeGreaterThan(10);
      expect(pitch).toBeGreaterThanOrEqual(6);
    }
  });
});

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

describe('magnitudes', () => {
  it('finds where values lie', () => {
    const { magnitudes } = summary([1.1, 1.2, 1.3, -1.05]);
    expect(denseRuns(magnitudes, 0.5)).toEqual([[0, expect.closeTo(Math.log10(2) / 2, 6)]]);
    expect(medianDecade(magnitudes)).toBeCloseTo(Math.log10(2) / 4, 6);
    expect(medianDecade(summary([0, 0]).magnitudes)).toBeNull();
  });
});
