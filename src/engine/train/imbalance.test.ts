/** Classes of unequal size, and biases that know of them. */
import { beforeAll, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { classAt, classOf, classShares, thinLastClass } from '../data/examples.ts';
import { loadInputs } from '../data/generate.ts';
import { generatePoints, BLOBS, CIRCLE } from '../data/points.ts';
import type { Kernels } from '../kernels.ts';
import { parseQuery, printQuery } from '../lab/query.ts';
import { printTrain } from '../lab/trainSettings.ts';
import { entropy } from '../theory/entropy.ts';
import { balancedAccuracy } from './balancedAccuracy.ts';
import { sourceOf } from './examples.ts';
import { raceLanes } from './lanes.ts';
import { runTraining, trainingFile } from './results.ts';
import { createTrainer } from './trainer.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
  await loadInputs(['digits']);
});

const lanesOf = (query: string) => raceLanes(parseQuery(query, 'race')).lanes;
const firstLoss = (query: string): number =>
  createTrainer(lanesOf(query)[0]!, kernels).record(0).loss;
const counts = (labels: Iterable<number>, classes: number): number[] =>
  [...labels].reduce(
    (all, label) => all.with(label, all[label]! + 1),
    Array.from({ length: classes }, () => 0),
  );

test('shares, turns and draws agree on how rare the last class is', () => {
  expect(classShares(2, 19)).toEqual([0.95, 0.05]);
  expect(classShares(4, 3)).toEqual([0.3, 0.3, 0.3, 0.1]);
  expect(
    counts(
      Array.from({ length: 400 }, (_, i) => classAt(i, 2, 19)),
      2,
    ),
  ).toEqual([380, 20]);
  expect(
    counts(
      Array.from({ length: 100 }, (_, i) => classAt(i, 4, 3)),
      4,
    ),
  ).toEqual([30, 30, 30, 10]);
  expect(
    counts(
      Array.from({ length: 1000 }, (_, i) => classOf(i / 1000, 4, 3)),
      4,
    ),
  ).toEqual([300, 300, 300, 100]);
});

test('without a rare class every example is the one it always was', () => {
  for (const classes of [2, 3, 9, 10]) {
    const turns = Array.from({ length: 60 }, (_, i) => classAt(i, classes, 1));
    expect(turns).toEqual(turns.map((_, i) => i % classes));
    for (let i = 0; i < 500; i += 1) {
      expect(classOf(i / 500, classes, 1)).toBe(Math.floor((i / 500) * classes));
    }
  }
  const set = generatePoints(CIRCLE, 1, 50);
  expect(thinLastClass(set, 1)).toBe(set);
});

test('the last class is as rare as asked: sets, streams and recorded pictures', () => {
  const blobs = sourceOf('blobs', 1, 4);
  expect(counts(blobs.test.labels, 3)).toEqual([178, 178, 44]);
  const labels = new Uint8Array(900);
  const shapes = sourceOf('shapeset', 1, 9);
  shapes.batch(0, new Float32Array(900 * 1024), labels);
  // 9 classes at 9 : 1, 900 draws: 900/73 of the last one, within 4.5 standard errors.
  const expected = 900 / 73;
  expect(Math.abs(counts(labels, 9)[8]! - expected)).toBeLessThan(4.5 * Math.sqrt(expected));
  const all = counts(sourceOf('digits', 1).test.labels, 10);
  const thin = counts(sourceOf('digits', 1, 12).test.labels, 10);
  expect(thin.slice(0, 9)).toEqual(all.slice(0, 9));
  expect(thin[9]).toBe(Math.ceil(all[9]! / 12));
  // However rare, one is left.
  expect(counts(sourceOf('digits', 1, 100).test.labels, 10)[9]).toBe(1);
});

test('a silent net pays ln C; with the prior in its biases it pays the entropy of the classes', () => {
  for (const [input, classes] of [
    ['circle', 2],
    ['blobs', 3],
  ] as const) {
    const silent = `lane=he_normal&head=zeros&input=${input}&depth=3&width=16&imbalance=19`;
    expect(firstLoss(silent)).toBeCloseTo(Math.log(classes), 6);
    const { shares } = sourceOf(input, 1, 19);
    expect(firstLoss(`${silent}&prior_bias=1`)).toBeCloseTo(entropy(shares), 5);
    // With equal classes the prior says nothing.
    const equal = silent.replace('imbalance=19', 'prior_bias=1');
    expect(firstLoss(equal)).toBeCloseTo(Math.log(classes), 4);
  }
  expect(entropy([0.95, 0.05])).toBeCloseTo(0.19852, 5);
});

test('a head that speaks costs more than the entropy, prior or not', () => {
  const loud = 'lane=he_normal&input=circle&depth=3&width=16&imbalance=19&prior_bias=1';
  expect(firstLoss(loud)).toBeGreaterThan(entropy([0.95, 0.05]));
});

test('always naming the frequent class is no better than a coin', () => {
  const logits = Array.from({ length: 20 }, () => [1, 0]).flat();
  const labels = Uint8Array.from({ length: 20 }, (_, i) => (i === 19 ? 1 : 0));
  expect(balancedAccuracy(logits, labels, 2)).toBe(0.5);
  // Three classes of which one never occurs; NaN is no answer but the first.
  expect(balancedAccuracy([0, 1, 0, 5, 0, 0], Uint8Array.of(1, 0), 3)).toBe(1);
  expect(balancedAccuracy([Number.NaN, 0, 0], Uint8Array.of(1), 3)).toBe(0);
  const [lane] = lanesOf('lane=zeros&input=circle&depth=2&width=8&imbalance=19&prior_bias=1');
  expect(createTrainer(lane!, kernels).record(0).accuracy).toBe(0.5);
});

test('the gradient knows the prior: frequent and rare balance at step 0', () => {
  // With the prior exact, the mean of p − y is 0 over the whole set; without it the bias has to learn the shares first.
  const bias = (query: string): number => {
    const trainer = createTrainer(lanesOf(query)[0]!, kernels);
    let sum = 0;
    for (let step = 0; step < 200; step += 1) {
      trainer.gradients(step);
      sum += kernels.view(trainer.network.layers.at(-1)!.biasGradient)[1]!;
    }
    return Math.abs(sum / 200);
  };
  const query = 'lane=he_normal&head=zeros&input=circle&depth=2&width=8&imbalance=19';
  expect(bias(query)).toBeGreaterThan(0.4);
  expect(bias(`${query}&prior_bias=1`)).toBeLessThan(4.5 * Math.sqrt((0.05 * 0.95) / (200 * 32)));
});

test('links, notices and results file', () => {
  const given = 'imbalance=19&prior_bias=1';
  const { train, notices } = parseQuery(given, 'race');
  expect(notices).toEqual([]);
  expect(train).toMatchObject({ imbalance: 19, priorBias: true });
  expect(
    printTrain(train)
      .map((pair) => pair.join('='))
      .join('&'),
  ).toBe(given);
  const lane = 'lane=he_normal;imbalance=5;prior_bias=1';
  expect(printQuery(parseQuery(lane, 'race').lab)).toContain(lane);
  for (const [bad, code, used] of [
    ['imbalance=0', 'out-of-range', 1],
    ['imbalance=1e9', 'out-of-range', 100],
    ['imbalance=lots', 'not-a-number', 1],
  ] as const) {
    const read = parseQuery(bad, 'race');
    expect(read.notices.map((each) => each.code)).toEqual([code]);
    expect(read.train.imbalance).toBe(used);
  }
  expect(parseQuery('prior_bias=maybe', 'race').notices.map(({ code }) => code)).toEqual([
    'unknown-value',
  ]);
  const lanes = lanesOf(`lane=zeros&depth=1&width=4&input=circle&steps=1&${given}`);
  const file = trainingFile(lanes, [[runTraining(lanes[0]!, kernels)]]);
  expect(file.lanes[0]!.config).toMatchObject({ imbalance: 19, prior_bias: 1 });
});

test('what is asked of a rare class is still a set of that many points', () => {
  expect(generatePoints(BLOBS, 3, 400, 100).count).toBe(400);
});
