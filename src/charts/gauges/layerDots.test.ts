import { expect, test } from 'vitest';
import { layerDots, MOST_DOTS } from './layerDots.ts';

test('a small layer is drawn as it is', () => {
  expect(layerDots(3, MOST_DOTS)).toEqual({ inputs: 3, outputs: MOST_DOTS });
});

test('a large one keeps its proportions, and at least one dot', () => {
  expect(layerDots(400, 100)).toEqual({ inputs: MOST_DOTS, outputs: MOST_DOTS / 4 });
  expect(layerDots(1, 1024)).toEqual({ inputs: 1, outputs: MOST_DOTS });
});
