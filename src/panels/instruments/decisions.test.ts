import { expect, test } from 'vitest';
import { DEFAULT_LAB } from '../../engine/lab/config.ts';
import { parseQuery, printQuery } from '../../engine/lab/query.ts';
import { decisionsOf, isTable, laneOf, lanesOf } from './decisions.ts';
import type { Decisions } from './decisions.ts';

const NONE: Decisions = { tanh: null, sigmoid: null, relu: null, selu: null, linear: null };
const SOME: Decisions = {
  ...NONE,
  linear: 'random_normal',
  tanh: 'xavier_normal',
  relu: 'he_normal',
};

test('choices become lanes in the order of the rows, and a link brings them back', () => {
  const lab = { ...DEFAULT_LAB, lanes: lanesOf(SOME) };
  expect(lab.lanes.map(({ overrides }) => overrides.act?.id)).toEqual(['tanh', 'relu', 'linear']);
  expect(decisionsOf(lab)).toEqual(SOME);
  expect(decisionsOf(parseQuery(printQuery(lab)).lab)).toEqual(SOME);
  expect(['tanh', 'sigmoid', 'relu'].map((row) => laneOf(lab, row as 'tanh'))).toEqual([0, -1, 1]);
});

test('an empty table is one lane of zeros, as on the stage of the lesson', () => {
  const lab = { ...DEFAULT_LAB, lanes: lanesOf(NONE) };
  expect(isTable(lab)).toBe(true);
  expect(decisionsOf(lab)).toEqual(NONE);
  expect(isTable(parseQuery('lane=zeros;act=linear&depth=20').lab)).toBe(true);
});

test('lanes that somebody else put there are no answers', () => {
  expect(isTable(DEFAULT_LAB)).toBe(false);
  expect(decisionsOf(DEFAULT_LAB)).toEqual(NONE);
  for (const query of [
    'lane=he_normal;act=relu&lane=xavier_normal;act=relu',
    'lane=he_normal;act=gelu',
    'lane=he_normal(mode=fan_out);act=relu',
    'lane=he_normal&act=relu',
  ]) {
    expect(isTable(parseQuery(query).lab), query).toBe(false);
  }
});
