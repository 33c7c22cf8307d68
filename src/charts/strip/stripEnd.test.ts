import { expect, test } from 'vitest';
import { summaryOf } from '../gallery/draws.ts';
import { stripEnd } from './stripEnd.ts';

const of = (...values: readonly number[]) => summaryOf(Float64Array.from(values), [-4, 4]);
const usual = of(-1, 0, 2);
const infinite = of(Infinity, Number.NaN);
const zero = of(0, 0);

test('the layer from which on no value is finite', () => {
  expect(stripEnd([usual, infinite, infinite])).toEqual({ layer: 2, kind: 'nonFinite' });
  expect(stripEnd([infinite, infinite])).toEqual({ layer: 1, kind: 'nonFinite' });
});

test('the layer from which on every value is 0; a lane of zeros from the start has none', () => {
  expect(stripEnd([usual, usual, zero])).toEqual({ layer: 3, kind: 'zero' });
  expect(stripEnd([zero, usual, zero])).toEqual({ layer: 3, kind: 'zero' });
  expect(stripEnd([zero, zero])).toBe(null);
});

test('a lane that still has numbers at its end, and one that is not there yet', () => {
  expect(stripEnd([infinite, usual])).toBe(null);
  expect(stripEnd([usual, null])).toBe(null);
});
