import { beforeAll, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import type { Kernels } from '../kernels.ts';
import { parseQuery, printQuery } from '../lab/query.ts';
import { readExperiment } from './readResults.ts';
import type { LaneRun } from './results.ts';
import { experimentFile, fileNumber } from './results.ts';
import { experimentCsv } from './resultsCsv.ts';
import { runLab } from './runLane.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
});

const run = (query: string): readonly LaneRun[] => runLab(parseQuery(query).lab, kernels, () => 0);
const MIXED =
  'lane=he_normal;act=leaky_relu(slope=0.2)&lane=random_normal(std=10);depth=60;backward=0' +
  '&width=8&depth=2&batch=4&seed=7';

test('the file has the promised keys, and only JSON numbers', () => {
  const text = JSON.stringify(experimentFile(run(MIXED)));
  const file = JSON.parse(text);
  expect(file.format).toBe('init-lab/experiment@1');
  const [first, second] = file.lanes;
  expect(first.config).toEqual({
    lane: 'he_normal',
    act: 'leaky_relu(slope=0.2)',
    depth: 2,
    width: 8,
    in: 8,
    out: null,
    batch: 4,
    input: 'gaussian',
    input_mean: 0,
    input_std: 1,
    net: 'dense',
    kernel: 3,
    padding: 'zero',
    block: 'plain',
    branch: 1,
    norm: 'none',
    head: null,
    bias: 'zeros',
    precision: 'float32',
    backward: 1,
    seed: 7,
  });
  expect(Object.keys(first.layers[0])).toEqual([
    'layer',
    'fanIn',
    'fanOut',
    'units',
    'weights',
    'preActivations',
    'activations',
    'gradients',
    'weightGradients',
    'distinctUnits',
    'deadExamples',
    'similarity',
    'theory',
    'places',
  ]);
  expect(Object.keys(first.input.quantiles)).toEqual(['0.02', '0.25', '0.5', '0.75', '0.98']);
  expect(first.input.histogram.counts.length).toBe(64);
  expect(first.kernels).toBe(kernels.build);
  expect(second.verdict).toBe('exploding');
  expect(second.firstNonFiniteLayer).toBeGreaterThan(1);
  expect(second.layers.at(-1).activations.mean).toBe('NaN');
  expect(second.layers[0].gradients).toBeNull();
});

test('a file reads back into the lab it came from', () => {
  const read = readExperiment(JSON.stringify(experimentFile(run(MIXED))));
  if (!read.ok) throw new Error(read.path);
  expect(read.lanes.length).toBe(2);
  const again = run(printQuery(read.lab));
  expect(JSON.stringify(experimentFile(again))).toBe(JSON.stringify(experimentFile(run(MIXED))));
});

test.each([
  ['{', 'not-json', ''],
  ['[]', 'other-format', 'format'],
  ['{"format":"init-lab/training@1"}', 'other-format', 'format'],
  ['{"format":"init-lab/experiment@1"}', 'bad-field', 'lanes'],
  ['{"format":"init-lab/experiment@1","lanes":[]}', 'bad-field', 'lanes'],
  ['{"format":"init-lab/experiment@1","lanes":[{}]}', 'bad-field', 'lanes.0.config'],
])('%s is refused: %s %s', (text, reason, path) => {
  expect(readExperiment(text)).toEqual({ ok: false, reason, path });
});

test('a damaged file names the place', () => {
  const file = JSON.stringify(experimentFile(run(MIXED))).replace('"fanOut":8', '"fanOut":"8"');
  expect(readExperiment(file)).toEqual({
    ok: false,
    reason: 'bad-field',
    path: 'lanes.0.layers.0.fanOut',
  });
});

test('the table has one row per lane, layer and quantity', () => {
  const lines = experimentCsv(run(MIXED)).trimEnd().split('\r\n');
  expect(lines.length).toBe(1 + 2 * 5 + 60 * 3);
  expect(lines[0]).toMatch(/^lane,initializer,act,layer,fanIn,fanOut,quantity,count,/);
  expect(lines[1]).toMatch(/^0,he_normal,leaky_relu\(slope=0.2\),1,8,8,activations,32,32,/);
  const wide = experimentCsv(run('lane=random_normal(mean=1,std=2)&width=2&depth=1&batch=1'));
  expect(wide).toContain('0,"random_normal(mean=1,std=2)",relu,1,');
});

test('what JSON cannot write becomes a word', () => {
  expect([1, Number.NaN, Infinity, -Infinity].map(fileNumber)).toEqual([
    1,
    'NaN',
    'Infinity',
    '-Infinity',
  ]);
});
