import { describe, expect, it } from 'vitest';
import { isLabelled, labelStep, stripTicks } from '../geometry/ticks.ts';
import { rowHeight } from './stripGeometry.ts';

describe('strips', () => {
  it('labels the ends and zero or the middle', () => {
    expect(stripTicks(0, 4)).toEqual({ rules: [0, 1, 2, 3, 4], labels: [0, 2, 4] });
    expect(stripTicks(-1, 1).labels).toEqual([-1, 0, 1]);
  });

  it('never lets layer numbers touch', () => {
    for (const layers of [1, 7, 12, 13, 40, 99, 100]) {
      const pitch = rowHeight(layers, 16);
      const step = labelStep(pitch, 16);
      const shown = Array.from({ length: layers }, (_, i) => i + 1).filter((layer) =>
        isLabelled(layer, layers, step),
      );
      const gaps = shown.slice(1).map((layer, i) => (layer - (shown[i] ?? 0)) * pitch);
      expect(Math.min(Infinity, ...gaps)).toBeGreaterThan(10);
      expect(pitch).toBeGreaterThanOrEqual(6);
    }
  });
});
