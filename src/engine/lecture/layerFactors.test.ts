import { expect, test } from 'vitest';
import { layerFactors, VARIANCE_RULES } from './layerFactors.ts';

const SHAPES = [
  [400, 100],
  [1, 1024],
  [37, 37],
] as const;

test('one over a fan keeps the variance in its own direction and pays in the other', () => {
  for (const [fanIn, fanOut] of SHAPES) {
    const ahead = layerFactors('fan-in', fanIn, fanOut);
    expect(ahead.forward).toBeCloseTo(1, 12);
    expect(ahead.backward).toBeCloseTo(fanOut / fanIn, 9);
    const back = layerFactors('fan-out', fanIn, fanOut);
    expect(back.backward).toBeCloseTo(1, 12);
    expect(back.forward).toBeCloseTo(fanIn / fanOut, 9);
  }
});

test('the compromise is as far above 1 one way as below it the other; He doubles', () => {
  for (const [fanIn, fanOut] of SHAPES) {
    const { forward, backward } = layerFactors('xavier', fanIn, fanOut);
    expect(forward + backward).toBeCloseTo(2, 12);
    expect(layerFactors('he', fanIn, fanOut).forward).toBeCloseTo(2, 12);
  }
});

test('a fixed standard deviation knows nothing of the shape', () => {
  const variances = SHAPES.map(([fanIn, fanOut]) => layerFactors('fixed', fanIn, fanOut).variance);
  for (const variance of variances) expect(variance).toBeCloseTo(0.01, 12);
  expect(Object.keys(VARIANCE_RULES)).toHaveLength(5);
});
