import { expect, test } from 'vitest';
import { summaryOf } from '../gallery/draws.ts';
import { histogramRow } from './histogramRow.ts';
import type { StripPlace } from './stripContext.ts';

const place: StripPlace = {
  left: 100,
  right: 200,
  top: 0,
  x: (value) => 100 + ((value + 4) / 8) * 100,
  bottom: (layer) => layer * 20,
  pitch: 20,
};
const frame = { rem: 16, scale: 'same' } as const;
const own = { rem: 16, scale: 'own' } as const;
const of = (...values: readonly number[]) => summaryOf(Float64Array.from(values), [-4, 4]);

test('each layer stands on its own base', () => {
  const bases = [1, 2].map((layer) => {
    const { area } = histogramRow(layer, of(-1, 1, 2), null, frame, place);
    return Number(/,([\d.]+)V/.exec(area)?.[1]);
  });
  expect(bases).toEqual([19, 39]);
});

test('zeros and values beyond an edge are bars, not part of the histogram', () => {
  const row = histogramRow(1, of(0, 0, 1, 9), null, frame, place);
  expect(row).toMatchObject({ above: 0.25, below: 0, nonFinite: 0, own: null });
  // At 0, half as high as the row, and beyond the right edge, a quarter.
  const heights = [...row.solid.matchAll(/M([\d.]+),19V([\d.]+)/g)].map(([, x, y]) => [
    Number(x),
    19 - Number(y),
  ]);
  expect(heights).toHaveLength(2);
  expect(heights[0]?.[0]).toBeCloseTo(148, 0);
  expect(heights[0]?.[1]).toBeCloseTo(17.2 / 2, 1);
  expect(heights[1]?.[0]).toBe(202);
  expect(heights[1]?.[1]).toBeCloseTo(17.2 / 4, 1);
});

test('one value that all have is a bar with a disc; it has no histogram', () => {
  const row = histogramRow(1, of(2, 2), null, frame, place);
  expect(row.area).toBe('');
  expect(row.solid).toMatch(/^M174,19V[\d.]+h2V19ZM172.5,/);
});

test('what is not finite is hatched, the whole row where nothing is', () => {
  const some = histogramRow(1, of(1, Number.NaN), null, frame, place);
  expect(some.nonFinite).toBe(0.5);
  expect(some.hatch).not.toBe('');
  expect(some.blank).toBe('');
  const none = histogramRow(1, of(Infinity, Number.NaN), null, frame, place);
  expect(none.hatch).toBe('');
  expect(none.blank).toMatch(/^M100,19V[\d.]+h100V19Z$/);
});

test('an earlier result is outlined only where all layers share one scale', () => {
  const [now, before] = [of(-1, 1), of(-2, 2)];
  expect(histogramRow(1, now, before, frame, place).before).not.toBe('');
  expect(histogramRow(1, now, null, frame, place).before).toBe('');
  expect(histogramRow(1, now, before, own, place).before).toBe('');
});

test('a row is computed again only when its result or its place has changed', () => {
  const summary = of(-1, 1);
  const row = histogramRow(1, summary, null, frame, place);
  expect(histogramRow(1, summary, null, frame, place)).toBe(row);
  expect(histogramRow(1, summary, null, frame, { ...place })).not.toBe(row);
  expect(histogramRow(1, summary, null, own, place).own).not.toBe(null);
  expect(histogramRow(1, of(-1, 1), null, frame, place)).not.toBe(row);
});
