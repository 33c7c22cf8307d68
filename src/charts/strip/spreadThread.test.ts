import { describe, expect, it } from 'vitest';
import { threadAxis, threadDecades, threadPaths, threadX } from './spreadThread.ts';

const REM = 16;
const RIGHT = 200;
const PITCH = 20;
const rows = { right: RIGHT, bottom: (layer: number) => layer * PITCH, pitch: PITCH, rem: REM };
const axis = threadAxis({ lo: -4, hi: 1 }, 4, 14, 60, REM);

const pointsOf = (d: string) =>
  Array.from(d.matchAll(/[ML]([-\d.]+),([-\d.]+)/g), ([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
const inRow = (layer: number) => (point: { readonly y: number }) =>
  Math.abs(point.y - (layer - 0.5) * PITCH) < PITCH / 4;

describe('threadDecades', () => {
  it('holds every spread, in whole steps, and leaves zero and overflow out', () => {
    expect(threadDecades([1, 0.0004, 0, Infinity, NaN, null], 4)).toEqual({ lo: -4, hi: 0.3 });
    expect(threadDecades([3, 0.9], 4)).toEqual({ lo: -2, hi: 1 });
    expect(threadDecades([1e-30, 1e30], 4)).toEqual({ lo: -8, hi: 3 });
  });

  it('is counted from the edge of the histograms where they end below 1', () => {
    expect(threadDecades([0.002], 0.01)).toEqual({ lo: -4, hi: -1.7 });
    expect(threadAxis({ lo: -4, hi: -1.7 }, 0.01, 14, 60, REM).unit).toBe(-2);
  });
});

describe('threadPaths', () => {
  it('has a tick at the spread of every layer', () => {
    const spreads = [1, 0.1, 0.003, 2];
    const points = pointsOf(threadPaths(spreads, axis, rows).line);
    spreads.forEach((spread, i) => {
      const ends = points.filter(inRow(i + 1));
      expect(ends).toHaveLength(2);
      for (const { x } of ends)
        expect(Math.abs(x - RIGHT - threadX(axis, Math.log10(spread)))).toBeLessThan(0.06);
    });
  });

  it('draws nothing in the rows of what lies beyond the axis, and an arrowhead where it leaves', () => {
    const { line, area } = threadPaths([1, 1e-7, 1e-8, 0.1], axis, rows);
    const points = pointsOf(line);
    expect(points.filter(inRow(3))).toEqual([]);
    expect(line.match(/Z/g)).toHaveLength(1);
    expect(Math.min(...points.map(({ x }) => x))).toBeGreaterThanOrEqual(RIGHT + axis.left - 0.06);
    // The area is cut at the end of the axis, too.
    expect(Math.min(...pointsOf(area).map(({ x }) => x))).toBeCloseTo(RIGHT + axis.left, 1);
  });

  it('puts exact zero and overflow beside the axis, joined to no other layer', () => {
    const { line, area } = threadPaths([1, 0, 0, 0, Infinity], axis, rows);
    const points = pointsOf(line);
    const zero = points.filter(({ x }) => x < RIGHT + axis.left);
    const beyond = points.filter(({ x }) => x > RIGHT + axis.right);
    expect(zero.some(inRow(3))).toBe(true);
    expect(Math.max(...zero.map(({ y }) => y))).toBeLessThan(4 * PITCH);
    expect(Math.min(...beyond.map(({ y }) => y))).toBeGreaterThan(4 * PITCH);
    expect(line.match(/a/g)).toHaveLength(6);
    expect(pointsOf(area).every(({ y }) => y < PITCH)).toBe(true);
  });

  it('is nothing where nothing was measured', () => {
    expect(threadPaths([null, null], axis, rows)).toEqual({ line: '', area: '' });
  });
});
