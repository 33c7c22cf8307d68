import { expect, test } from 'vitest';
import { shownLayers } from './shownLayers.ts';

test('all where they fit, else the first, the last and evenly between, each once', () => {
  expect(shownLayers(3, 8)).toEqual([1, 2, 3]);
  expect(shownLayers(30, 6)).toEqual([1, 7, 13, 18, 24, 30]);
  for (const depth of [1, 2, 9, 50]) {
    for (const most of [2, 8, 12]) {
      const layers = shownLayers(depth, most);
      expect(layers.length).toBe(Math.min(depth, most));
      expect(new Set(layers).size).toBe(layers.length);
      expect([layers[0], layers.at(-1)]).toEqual([1, depth]);
    }
  }
});
