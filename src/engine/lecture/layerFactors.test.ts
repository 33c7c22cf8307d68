import { expect, test } from 'vitest';
import { parseQuery } from '../lab/query.ts';
import { firstLayer, layerFactors, VARIANCE_RULES } from './layerFactors.ts';

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

test('ReLU halves both; with it He keeps the way forward, and along a net that narrows and widens the way back', () => {
  const narrows = layerFactors('he', 400, 100, 'relu');
  const widens = layerFactors('he', 100, 400, 'relu');
  expect(narrows.left).toBe(0.5);
  expect(narrows.forward).toBeCloseTo(1, 12);
  expect(narrows.backward).toBeCloseTo(1 / 4, 12);
  expect(narrows.backward * widens.backward).toBeCloseTo(1, 12);
});

test('the layer of a lab is its first, with the rule that draws it', () => {
  const layer = (query: string) => firstLayer(parseQuery(query).lab);
  expect(layer('lane=lecun_normal&act=linear&in=100&width=400&depth=1')).toEqual({
    fanIn: 100,
    fanOut: 400,
    rule: 'fan-in',
  });
  expect(layer('lane=he_normal&in=8&width=16')?.rule).toBe('he');
  expect(layer('lane=orthogonal&in=8&width=16')?.rule).toBeNull();
});

test('a fixed standard deviation knows nothing of the shape', () => {
  const variances = SHAPES.map(([fanIn, fanOut]) => layerFactors('fixed', fanIn, fanOut).variance);
  for (const variance of variances) expect(variance).toBeCloseTo(0.01, 12);
  expect(Object.keys(VARIANCE_RULES)).toHaveLength(5);
});
