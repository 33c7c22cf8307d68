import { expect, it } from 'vitest';
import { trackCells, trackDepth } from './trackFill.ts';

it('has no colour at guessing and all of it when everything is right', () => {
  expect(trackDepth(0.5, 0.5)).toBe(0);
  expect(trackDepth(0.3, 0.5)).toBe(0);
  expect(trackDepth(0.75, 0.5)).toBe(0.5);
  expect(trackDepth(1, 0.1)).toBe(1);
});

it('fills the steps that were recorded, and nothing after the end', () => {
  const steps = [0, 50, 100, 150];
  const cells = trackCells({ steps, shares: [0.5, 0.75, 1, 1] }, 0.5, 170);
  expect(cells).toEqual([
    { depth: 0.5, cells: [[50, 100]] },
    { depth: 1, cells: [[100, 170]] },
  ]);
  expect(trackCells({ steps, shares: [0.5, Number.NaN] }, 0.5, 170)).toEqual([]);
});
