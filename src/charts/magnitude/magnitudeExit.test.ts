import { expect, it } from 'vitest';
import { magnitudeExit } from './magnitudeExit.ts';
import { magnitudeLayout } from './magnitudeLayout.ts';

const fine = { count: 10, finite: 10, zero: 0.5 };
const some = { count: 10, finite: 4, zero: 0 };
const none = { count: 10, finite: 0, zero: 0 };
const zero = { count: 10, finite: 10, zero: 1 };

it('names the layer from which on a signal has left, on its own way', () => {
  expect(magnitudeExit([fine, fine, some, none], 'forward')).toEqual({
    layer: 3,
    into: 'nonFinite',
  });
  expect(magnitudeExit([zero, zero, fine], 'backward')).toEqual({ layer: 2, into: 'zero' });
  expect(magnitudeExit([zero, zero], 'forward')).toEqual({ layer: 1, into: 'zero' });
});

it('names none where numbers arrive, or are not there yet', () => {
  expect(magnitudeExit([fine, some, fine], 'forward')).toBeNull();
  expect(magnitudeExit([zero, null], 'forward')).toBeNull();
  expect(magnitudeExit([], 'forward')).toBeNull();
});

it('finds the column of every place, lanes of any depth in rooms of one width', () => {
  const { places, columnAt, span } = magnitudeLayout([3, 100, 1]);
  expect(places).toHaveLength(104);
  expect(columnAt(places[3] ?? NaN)).toEqual({ lane: 1, layer: 1 });
  expect(columnAt(places[103] ?? NaN)).toEqual({ lane: 2, layer: 1 });
  const widths = [0, 1, 2].map(span).map(([start, end]) => end - start);
  expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1e-12);
});
