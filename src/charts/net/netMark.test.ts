import { expect, test } from 'vitest';
import { largest, nearness, rounded, step, weightAt } from './netMark.ts';
import type { NetLayer } from './netMark.ts';

const LAYER: NetLayer = {
  layer: 2,
  fanIn: 3,
  fanOut: 2,
  rows: 2,
  cols: 3,
  weights: [1, 2, 3, 4, -5, 6],
  bias: [0, -7],
};

test('row i is what unit i listens with', () => {
  expect(weightAt(LAYER, 2, 1)).toBe(4);
  expect(weightAt(LAYER, 1, 3)).toBe(3);
  expect(largest([LAYER])).toBe(7);
  expect(largest([{ ...LAYER, weights: [0, 0, 0, 0, 0, 0], bias: [0, 0] }])).toBe(1);
});

test('arrow keys walk the matrix and its bias, and stop at the edges', () => {
  const at = { layer: 2, unit: 1, input: 3 } as const;
  expect(step('ArrowRight', at, LAYER)).toEqual({ unit: 1, input: 'bias' });
  expect(step('ArrowRight', { ...at, input: 'bias' }, LAYER)).toEqual({ unit: 1, input: 'bias' });
  expect(step('ArrowLeft', { ...at, input: 'bias' }, LAYER)).toEqual({ unit: 1, input: 3 });
  expect(step('ArrowDown', at, LAYER)).toEqual({ unit: 2, input: 3 });
  expect(step('ArrowUp', at, LAYER)).toEqual({ unit: 1, input: 3 });
  expect(step('Home', at, LAYER)).toEqual({ unit: 1, input: 1 });
  expect(step('x', at, LAYER)).toBeNull();
});

test('what lights up with a weight', () => {
  const mark = { layer: 2, unit: 1, input: 3 } as const;
  expect(nearness(null, 2, 1, 3)).toBe('none');
  expect(nearness(mark, 2, 1, 3)).toBe('here');
  expect(nearness(mark, 2, 1, 'bias')).toBe('row');
  expect(nearness(mark, 2, 2, 3)).toBe('far');
  expect(nearness(mark, 1, 1, 3)).toBe('far');
});

test('cells print as many places as the largest number needs', () => {
  expect(rounded(-0.00090123, 1.3)).toBe(-0.001);
  expect(rounded(-0.0004, 1.3)).toBe(0);
  expect(rounded(0.012345, 0.03)).toBe(0.01235);
  expect(rounded(123456.7, 200_000)).toBe(123457);
});
