import { expect, test } from 'vitest';
import { layerDots, MAX_DOTS } from './layerDots.ts';

test('a small layer is drawn as it is', () => {
  expect(layerDots(3, MAX_DOTS)).toEqual({ inputs: 3, outputs: MAX_DOTS });
});

test('a large one keeps its proportions, and at least one dot', () => {
  expect(layerDots(400, 100)).toEqual({ inputs: MAX_DOTS, outputs: MAX_DOTS / 4 });
  expect(layerDots(1, 1024)).toEqual({ inputs: 1, outputs: MAX_DOTS });
});
