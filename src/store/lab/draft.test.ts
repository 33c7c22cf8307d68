import { expect, test } from 'vitest';
import { laneConfig } from '../../engine/lab/lab.ts';
import { parseQuery } from '../../engine/lab/query.ts';
import { estimateCost } from '../../engine/passes/cost.ts';
import { draftBatches } from './draft.ts';

const { lab } = parseQuery('lane=he_normal&lane=zeros&depth=20&width=256&batch=1024');
const configs = lab.lanes.map((lane) => laneConfig(lab, lane));
const flops = configs.reduce((sum, config) => sum + estimateCost(config).flops, 0);
/** At which the whole lab takes `ms` on one thread. */
const speed = (ms: number): number => flops / ms;

test('a lab that is fast enough keeps its examples', () => {
  expect(draftBatches(configs, speed(80), 1)).toEqual([1024, 1024]);
  expect(draftBatches(configs, speed(160), 2)).toEqual([1024, 1024]);
});

test('a slow one is drawn from the power of two that takes 80 ms or less', () => {
  expect(draftBatches(configs, speed(161), 1)).toEqual([256, 256]);
  expect(draftBatches(configs, speed(320), 1)).toEqual([256, 256]);
  expect(draftBatches(configs, speed(1280), 2)).toEqual([128, 128]);
});

test('never from fewer than 32 examples, nor from more than there are', () => {
  expect(draftBatches(configs, speed(1e9), 2)).toEqual([32, 32]);
  const few = configs.map((config) => ({ ...config, batch: 8 }));
  expect(draftBatches(few, speed(1e9), 2)).toEqual([8, 8]);
});
