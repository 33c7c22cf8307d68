import { beforeAll, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { loadInputs } from '../data/generate.ts';
import type { Kernels } from '../kernels.ts';
import { parseQuery, printQuery } from '../lab/query.ts';
import { DEFAULT_TRAIN, clampTrain, printTrain } from '../lab/trainSettings.ts';
import { raceSeconds } from './cost.ts';
import { clip, gradientNorm, parameters } from './descend.ts';
import { finish } from '../pace.ts';
import { backward } from './backward.ts';
import { forward } from './forward.ts';
import { sourceOf } from './examples.ts';
import { raceLanes } from './lanes.ts';
import { runTraining, trainingFile } from './results.ts';
import { createTrainer } from './trainer.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
});

const lanesOf = (query: string) => raceLanes(parseQuery(query, 'race')).lanes;
const run = (query: string) => lanesOf(query).map((lane) => runTraining(lane, kernels));

test.each(['tanh', 'relu'])('from zero with %s only the output bias moves', (act) => {
  const [lane] = lanesOf(`lane=zeros&act=${act}&depth=3&width=16&input=circle&steps=100`);
  const trainer = createTrainer(lane!, kernels);
  const { layers } = trainer.network;
  for (let step = 0; step < 100; step += 1) trainer.step(step);
  // A step alone need not store them.
  trainer.gradients(100);
  for (const { weights, weightGradient, bias, act: hidden } of layers) {
    expect([...kernels.view(weights)].every((w) => w === 0)).toBe(true);
    expect([...kernels.view(weightGradient)].every((g) => g === 0)).toBe(true);
    if (hidden !== null) expect([...kernels.view(bias)].every((b) => b === 0)).toBe(true);
  }
  expect([...kernels.view(layers.at(-1)!.bias)].some((b) => b !== 0)).toBe(true);
  const record = trainer.record(100);
  expect(record.loss).toBeCloseTo(Math.LN2, 2);
  expect(record.firstLayerGradient).toBe(0);
});

test('ten classes cost ln C', () => {
  const [lane] = lanesOf('lane=zeros&depth=2&width=8&input=circle&out=10&steps=1');
  expect(createTrainer(lane!, kernels).record(0).loss).toBeCloseTo(Math.log(10), 6);
});

test.each(['tanh', 'relu', 'sigmoid', 'gelu'])('a constant with %s stays one unit', (act) => {
  const [lane] = lanesOf(
    `lane=constant(value=0.5)&act=${act}&depth=2&width=16&input=circle&steps=500`,
  );
  const { records, learnedAt } = runTraining(lane!, kernels);
  expect(learnedAt).toBeNull();
  for (const { distinctUnits } of records) expect(distinctUnits).toEqual([1, 1]);
});

test.each([
  'act=tanh',
  'act=sigmoid&rescue=batch_norm',
  'act=tanh&rescue=residual',
  'act=silu&rescue=batch_norm,residual',
  'act=tanh&norm=layer',
  'act=tanh&block=residual2&branch=0.5&depth=5',
  'act=silu&block=residual2&norm=layer&branch=1/sqrt(L)&depth=4',
  'act=tanh&block=residual2&norm=batch&depth=5',
  // A factor that is learned, from where the steps before have brought it.
  'act=tanh&block=residual1&branch=0',
  'act=tanh&block=residual2&branch=0&depth=5&norm=layer',
  'act=tanh&keep=0.7',
  'act=tanh&block=residual1&keep=0.5&branch=0',
  'act=tanh&head=random_normal(std=0.1)&input_mean=1&input_std=2',
])('the gradient is the slope of the loss: %s', (settings) => {
  const [lane] = lanesOf(
    `lane=lecun_normal&depth=3&width=6&input=moons&train_batch=16&bias=random_normal(std=0.3)&${settings}`,
  );
  const trainer = createTrainer(lane!, kernels);
  const rows = 16;
  const { network } = trainer;
  for (let each = 0; each < 3; each += 1) trainer.step(each);
  const labels = Uint8Array.from({ length: rows }, (_, i) => i % 2);
  const loss = (): number => {
    const logits = kernels.slice(finish(forward(kernels, network, rows, true)), 0, rows * 2);
    return kernels.softmaxCrossEntropy(
      logits,
      labels,
      kernels.slice(network.dz, 0, rows * 2),
      rows,
      2,
    ).loss;
  };
  loss();
  finish(backward(kernels, network, rows));
  const slopes = parameters(network).map(({ gradient }) => [...kernels.view(gradient)]);
  // In float32 a central difference is good to about √ε of the loss over the step.
  const step = 1e-2;
  parameters(network).forEach(({ value }, p) => {
    for (let i = 0; i < Math.min(5, value.length); i += 1) {
      const before = kernels.view(value)[i] ?? 0;
      kernels.view(value)[i] = before + step;
      const above = loss();
      kernels.view(value)[i] = before - step;
      const below = loss();
      kernels.view(value)[i] = before;
      const slope = slopes[p]?.[i] ?? Number.NaN;
      expect(Math.abs((above - below) / (2 * step) - slope)).toBeLessThan(
        5e-4 + 0.02 * Math.abs(slope),
      );
    }
  });
});

test('clipping shortens what is longer than its limit, and leaves the rest', () => {
  const [lane] = lanesOf('lane=he_normal&depth=2&width=8&input=circle');
  const { network, step } = createTrainer(lane!, kernels);
  step(0);
  const all = parameters(network);
  const norm = gradientNorm(kernels, all);
  clip(kernels, all, norm * 2);
  expect(gradientNorm(kernels, all)).toBe(norm);
  clip(kernels, all, norm / 2);
  expect(gradientNorm(kernels, all)).toBeCloseTo(norm / 2, 5);
});

test('the same seed gives the same bytes; a saved state goes on as if it had not stopped', () => {
  const [lane] = lanesOf(
    'lane=he_normal&depth=3&width=12&input=xor&momentum=0.9&rescue=batch_norm',
  );
  const one = createTrainer(lane!, kernels);
  for (let step = 0; step < 20; step += 1) one.step(step);
  const saved = one.save();
  for (let step = 20; step < 40; step += 1) one.step(step);
  const end = one.save();
  const two = createTrainer(lane!, kernels);
  two.load(saved);
  for (let step = 20; step < 40; step += 1) {
    if (step % 10 === 0) two.record(step);
    two.step(step);
  }
  expect(two.save()).toEqual(end);
});

test.each([
  'depth=3&width=40&act=tanh&input=moons',
  'depth=4&width=140&act=relu&block=residual2&norm=layer&input=circle',
  'depth=3&width=20&act=relu&norm=layer&keep=0.8&input=blobs',
  'depth=2&width=4&net=conv&input=digits',
  'depth=2&width=30&rescue=clip&momentum=0.5&input=moons',
])('a step that stores no gradient changes what one that stores it does: %s', async (query) => {
  await loadInputs(['digits']);
  const [config] = raceLanes(parseQuery(`lane=he_normal&lr=0.1&${query}`, 'race')).lanes;
  const [one, other] = [createTrainer(config!, kernels), createTrainer(config!, kernels)];
  for (let step = 0; step < 12; step += 1) {
    // The gradients of the next mini-batch, once computed and stored, are those the step takes.
    other.gradients(step);
    expect(one.step(step)).toBe(other.step(step));
  }
  expect(one.save()).toEqual(other.save());
});

test('a rate too high diverges, and the run says at which step', () => {
  const [lane] = lanesOf(
    'lane=random_normal(std=1)&act=linear&depth=4&width=32&input=circle&lr=50&steps=200',
  );
  const { divergedAt, stepLoss, records } = runTraining(lane!, kernels);
  expect(divergedAt).not.toBeNull();
  expect(stepLoss.length).toBe(divergedAt);
  expect(records.length).toBeGreaterThan(0);
});

test('LSUV starts every layer at variance 1, and the memory of a run is given back', () => {
  const before = kernels.mark();
  const [lane] = lanesOf('lane=lsuv&depth=4&width=16&input=spirals&steps=5');
  const { records } = runTraining(lane!, kernels);
  expect(records.map(({ step }) => step)).toEqual([0, 5]);
  expect(kernels.mark()).toBe(before);
});

test('the training keys of a link, clamped and noticed', () => {
  const { train, notices } = parseQuery('lr=1e9&steps=x&momentum=0.5&rescue=clip,magic');
  expect(train).toMatchObject({ lr: 100, steps: 1000, momentum: 0.5, rescues: ['clip'] });
  expect(notices.map(({ code }) => code).toSorted()).toEqual([
    'not-a-number',
    'out-of-range',
    'unknown-value',
  ]);
});

test('the file has the shape the interface promises', () => {
  const lanes = lanesOf('lane=he_normal;lr=0.1&lane=zeros&depth=2&width=4&input=blobs&steps=60');
  const file = trainingFile(
    lanes,
    lanes.map((lane) => [runTraining(lane, kernels)]),
  );
  expect(file.format).toBe('init-lab/training@1');
  expect(file.lanes[0]!.config).toMatchObject({
    lane: 'he_normal',
    lr: 0.1,
    steps: 60,
    train_batch: 32,
  });
  const [first] = file.lanes[0]!.runs;
  expect(first!.steps).toEqual([0, 50, 60]);
  expect(first!.loss.length).toBe(3);
  expect(first!.distinctUnits[0]!.length).toBe(2);
});

test('what is printed for a link reads back the same', () => {
  const given =
    'lr=0.3&steps=200&momentum=0.9&train_batch=8&rescue=batch_norm,clip&nudge=1,2,1,-0.01';
  const { train, notices } = parseQuery(given);
  expect(notices).toEqual([]);
  expect(
    printTrain(train)
      .map((pair) => pair.join('='))
      .join('&'),
  ).toBe(given);
  expect(printTrain(DEFAULT_TRAIN)).toEqual([]);
  expect(parseQuery('nudge=0,1,1,0.1').notices.map(({ code }) => code)).toEqual(['malformed']);
  expect(parseQuery('nudge=1,1').train.nudge).toBeNull();
  expect(clampTrain({ ...train, lr: -1, steps: Number.NaN })).toEqual({
    ...train,
    lr: 0,
    steps: DEFAULT_TRAIN.steps,
  });
});

test('a lane keeps its own training keys in the link', () => {
  const text = 'lane=he_normal%3Brescue=batch_norm%3Blr=0.1&lane=zeros';
  expect(printQuery(parseQuery(text).lab)).toBe(
    'lane=he_normal;rescue=batch_norm;lr=0.1&lane=zeros&depth=10&width=64',
  );
  const [own, other] = lanesOf(text);
  expect(own!.train).toMatchObject({ lr: 0.1, rescues: ['batch_norm'] });
  expect(other!.train).toMatchObject({ lr: 0.01, rescues: [] });
});

test('one pushed weight breaks the symmetry that a constant keeps', () => {
  const query = 'lane=constant(value=0.5)&act=tanh&depth=2&width=8&input=circle&steps=300&lr=0.1';
  const [still] = run(query);
  const [pushed] = run(`${query}&nudge=1,3,2,0.01`);
  expect(still!.records.at(-1)!.distinctUnits).toEqual([1, 1]);
  expect(pushed!.records.at(-1)!.distinctUnits[0]).toBe(2);
  const [outside] = run(`${query}&nudge=9,9,9,1`);
  expect(outside!.records).toEqual(still!.records);
});

test('data and sizes that do not fit are said, and the data win', () => {
  const { lanes, notices } = raceLanes(parseQuery('lane=he_normal&input=blobs&out=2&in=7&depth=2'));
  expect(notices.map(({ key, used }) => [key, used])).toEqual([
    ['in', '2'],
    ['out', '3'],
  ]);
  expect(createTrainer(lanes[0]!, kernels).record(0).loss).toBeGreaterThan(0);
  const noise = raceLanes(parseQuery('lane=he_normal&input=uniform&depth=2'));
  expect(noise.notices.map(({ given, used }) => [given, used])).toEqual([['uniform', 'circle']]);
});

test('the cost of a race counts every lane and seed, divided over the cores, no run over two', () => {
  const lanes = lanesOf('lane=he_normal&lane=xavier_normal&depth=10&width=256&steps=1000');
  const one = raceSeconds(lanes.slice(0, 1), 1, 1);
  expect(raceSeconds(lanes, 1, 1)).toBeCloseTo(2 * one, 9);
  expect(raceSeconds(lanes, 1, 2)).toBeCloseTo(one, 9);
  expect(raceSeconds(lanes, 1, 8)).toBeCloseTo(one, 9);
  expect(raceSeconds(lanes, 4, 2)).toBeCloseTo(4 * one, 9);
});

test('no hidden layer is softmax regression: from zero the first gradient is (p − y)ᵀ x over the batch', () => {
  const [lane] = lanesOf('lane=zeros&depth=0&input=blobs&train_batch=32');
  const trainer = createTrainer(lane!, kernels);
  const { layers, input } = trainer.network;
  expect(layers.map(({ shape, act }) => [shape.inputs, shape.outputs, act])).toEqual([
    [2, 3, null],
  ]);
  trainer.gradients(0);
  const x = [...kernels.view(input).subarray(0, 64)];
  const found = [...kernels.view(layers[0]!.weightGradient)];
  // p = ⅓ for every class: the three rows add up to nothing, and each is its own class's mean against the whole's.
  const labels = new Uint8Array(32);
  sourceOf('blobs', lane!.experiment.seed).batch(0, new Float32Array(64), labels);
  const wanted = [0, 1, 2].flatMap((label) =>
    [0, 1].map((feature) =>
      Array.from(labels).reduce(
        (sum, given, row) =>
          sum + ((1 / 3 - (given === label ? 1 : 0)) * x[2 * row + feature]!) / 32,
        0,
      ),
    ),
  );
  wanted.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 6));
});

test('softmax regression has one best answer: zero and random starts meet there', () => {
  const [zeros, random] = run(
    'lane=zeros&lane=xavier_normal&depth=0&input=blobs&lr=0.5&train_batch=400&steps=3000',
  );
  const last = [zeros, random].map((each) => each!.records.at(-1)!.loss);
  expect(last[0]! / last[1]!).toBeCloseTo(1, 1);
  expect(zeros!.records[0]!.distinctUnits).toEqual([]);
});

test('before the first step batch normalization is shown with the moments of the data', () => {
  const [lane] = lanesOf(
    'lane=random_normal(std=1)&depth=10&width=128&input=circle&rescue=batch_norm&steps=50',
  );
  const trainer = createTrainer(lane!, kernels);
  const { loss } = trainer.record(0);
  // Two classes: a network whose units have variance 1 is not far from ln 2, and was 10⁸ from it.
  expect(loss).toBeGreaterThan(Math.LN2 / 2);
  expect(loss).toBeLessThan(100);
  const [hidden] = trainer.network.layers;
  const rows = trainer.test.count;
  const z = kernels.view(hidden!.z).subarray(0, rows * 128);
  for (const unit of [0, 63, 127]) {
    const values = Array.from({ length: rows }, (_, row) => z[row * 128 + unit] ?? Number.NaN);
    const mean = values.reduce((sum, value) => sum + value, 0) / rows;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows;
    expect(mean).toBeCloseTo(0, 4);
    expect(variance).toBeCloseTo(1, 3);
  }
});
