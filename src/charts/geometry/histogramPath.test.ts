import { describe, expect, it } from 'vitest';
import { barPath, discPath, nonZeroCounts, stepPath } from './histogramPath.ts';

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

/** Twice the area that a path encloses, of lines and half circles; positive if it runs clockwise on the screen. */
function turning(d: string): number {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', args = ''] of d.matchAll(/([MVHhaZ])([^MVHhaZ]*)/g)) {
    const numbers = args.split(/[ ,]/).map(Number);
    if (command === 'M') [x = 0, y = 0] = numbers;
    if (command === 'V') [y = 0] = numbers;
    if (command === 'H') [x = 0] = numbers;
    if (command === 'h') x += numbers[0] ?? 0;
    if (command === 'a') {
      const [radius = 0, , , , sweep = 0, dx = 0] = numbers;
      // The farthest point of a half circle: with sweep 1, to the left of the way back and above the way there.
      points.push([x + dx / 2, y - Math.sign(dx) * (sweep === 1 ? radius : -radius)]);
      x += dx;
    }
    points.push([x, y]);
  }
  return points.reduce((sum, [ax, ay], i) => {
    const [bx, by] = points[(i + 1) % points.length] ?? [0, 0];
    return sum + ax * by - bx * ay;
  }, 0);
}

it('a disc turns as a bar does, so that one path fills both where they overlap', () => {
  expect(discPath(10, 20, 2.5)).toBe('M7.5,20a2.5,2.5 0 0 1 5,0a2.5,2.5 0 0 1 -5,0Z');
  expect(turning(discPath(10, 20, 2.5))).toBeGreaterThan(0);
  expect(turning(barPath(9, 2, 40, 20))).toBeGreaterThan(0);
});
