import { expect, test } from 'vitest';
import { convShape, denseShape, flopsPerExample, matrixOf, weightCount } from './layerShape.ts';
import { withUnits } from './layerShape.ts';

test('a dense layer has one place, and its fans are its sizes', () => {
  const shape = denseShape(5, 7);
  expect(shape).toMatchObject({ fanIn: 5, fanOut: 7, units: 7, places: 1, inputs: 5, outputs: 7 });
  expect(matrixOf(shape)).toEqual({ rows: 7, cols: 5 });
  expect(flopsPerExample(shape)).toBe(2 * 5 * 7);
});

test('of a convolution units are channels, and every place multiplies', () => {
  const conv = { side: 8, channels: 3, units: 16, kernel: 3, padding: 'zero' } as const;
  const shape = convShape(conv);
  expect(shape).toMatchObject({ fanIn: 27, fanOut: 144, units: 16, places: 64 });
  expect([shape.inputs, shape.outputs]).toEqual([192, 1024]);
  expect(weightCount(shape)).toBe(16 * 27);
  expect(flopsPerExample(shape)).toBe(2 * 64 * 16 * 27);
  // The middle one of nine taps, and the three channels it has.
  expect(matrixOf(shape)).toEqual({ rows: 16, cols: 27, diagonal: 12, across: 3 });
  expect(withUnits(shape, 4)).toMatchObject({ units: 4, outputs: 256, conv: { units: 4 } });
});
