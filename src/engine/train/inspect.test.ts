import { beforeAll, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { sharedDomains } from '../lab/domains.ts';
import type { Kernels } from '../kernels.ts';
import { finish } from '../pace.ts';
import { propagate } from '../experiment/propagate.ts';
import { parseQuery } from '../lab/query.ts';
import { inspect } from './inspect.ts';
import type { Inspection } from './inspect.ts';
import { raceLanes } from './lanes.ts';
import { forward } from './forward.ts';
import { createTrainer } from './trainer.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
});

function looked(query: string, steps = 0) {
  const [config] = raceLanes(parseQuery(query, 'race')).lanes;
  const trainer = createTrainer(config!, kernels);
  for (let step = 0; step < steps; step += 1) trainer.step(step);
  const domains = sharedDomains([config!.experiment]);
  const look = (quick: boolean = false): Inspection =>
    finish(
      inspect(
        trainer,
        steps,
        { train: config!.train, layers: true, domains, matrix: null, maps: null, quick },
        kernels,
      ),
    );
  return { config: config!, trainer, domains, look };
}

test('before the first step it sees the start the lab shows', () => {
  const { config, domains, look } = looked(
    'lane=he_normal&depth=4&width=16&batch=400&input=circle',
  );
  const { layers, loss } = look();
  const run = propagate(config.experiment, domains, kernels);
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) {
      expect(loss).toBeCloseTo(step.value.loss!, 6);
      return;
    }
    if (step.value.type !== 'layer') continue;
    const { layer, weights, preActivations, activations, distinctUnits } = step.value.stats;
    const mine = layers[layer - 1];
    if (mine === undefined) continue;
    expect(mine.weights).toEqual(weights);
    expect(mine.preActivations).toEqual(preActivations);
    expect(mine.activations).toEqual(activations);
    expect(mine.distinctUnits).toBe(distinctUnits);
  }
});

test('looking changes nothing', () => {
  const query = 'lane=he_normal&depth=3&width=8&input=moons&momentum=0.9&rescue=batch_norm';
  const { trainer, look } = looked(query, 30);
  const before = trainer.save();
  const first = look();
  expect(trainer.save()).toEqual(before);
  expect(look()).toEqual(first);
});

test('the ratios are those of the weights and of what the next step takes away', () => {
  const query = 'lane=he_normal&depth=2&width=8&input=xor&lr=0.1&momentum=0.5&rescue=clip';
  const { trainer, look } = looked(query, 10);
  const { readings } = look();
  const rms = (values: readonly number[]): number =>
    Math.sqrt(values.reduce((sum, x) => sum + x * x, 0) / values.length);
  const before = trainer.network.layers.map(({ weights }) => [...kernels.view(weights)]);
  trainer.step(10);
  trainer.network.layers.forEach(({ weights }, i) => {
    const old = before[i]!;
    const change = rms([...kernels.view(weights)].map((w, k) => w - old[k]!));
    expect(readings[i]!.updateToWeight / (change / rms(old))).toBeCloseTo(1, 3);
  });
});

test('equal units share a class, a pushed one has its own', () => {
  const query = 'lane=constant(value=0.3)&act=tanh&depth=2&width=6&input=circle&lr=0.1';
  expect(looked(query, 20).look().units).toEqual([
    [0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
  ]);
  const [first] = looked(`${query}&nudge=1,3,1,0.05`, 20).look().units;
  expect(first).toEqual([0, 0, 1, 0, 0, 0]);
});

test('ReLU units that a large negative bias has shut are dead, and gradients do not pass', () => {
  const { readings, chanceLoss, loss } = looked(
    'lane=he_normal&bias=constant(value=-100)&depth=2&width=8&input=blobs',
  ).look();
  expect(readings.map(({ dead }) => dead)).toEqual([1, 1, 0]);
  expect(readings[0]!.gradientToWeight).toBe(0);
  expect(chanceLoss).toBeCloseTo(Math.log(3), 12);
  expect(loss).toBeGreaterThan(0);
});

test('the boundary agrees with the network on its own examples', () => {
  const query = 'lane=he_normal&depth=3&width=16&input=blobs&lr=0.1';
  const { trainer, look } = looked(query, 300);
  const { boundary, correct, count } = look();
  const { side, domain, classes, values } = boundary!;
  const [lo, hi] = domain;
  const { test: set } = trainer;
  let right = 0;
  for (let i = 0; i < set.count; i += 1) {
    const at = (coordinate: number): number => Math.floor(((coordinate - lo) / (hi - lo)) * side);
    const row = side - 1 - at(set.values[2 * i + 1]!);
    const cell = (row * side + at(set.values[2 * i]!)) * classes;
    const share = values.subarray(cell, cell + classes);
    if (share.indexOf(Math.max(...share)) === set.labels[i]) right += 1;
  }
  expect(correct / count).toBeGreaterThan(0.9);
  // A cell is a twentieth of a cloud; only points on the border can differ.
  expect(Math.abs(right - correct)).toBeLessThan(0.03 * count);
});

test('a quick look at a wide network has a coarser boundary, each cell as the network answers there', () => {
  const { trainer, look } = looked('lane=he_normal&depth=3&width=256&input=moons', 3);
  const { side, domain, classes, values } = look(true).boundary!;
  expect([side, look().boundary!.side]).toEqual([24, 48]);
  const [lo, hi] = domain;
  const input = kernels.view(trainer.network.input);
  for (const cell of [0, 23, 250, 575]) {
    const across = (i: number): number => lo + ((i + 0.5) / side) * (hi - lo);
    input.set([across(cell % side), -across(Math.floor(cell / side))]);
    const logits = finish(forward(kernels, trainer.network, 1, false));
    const [a = 0, b = 0] = kernels.view(logits);
    expect(values[cell * classes]).toBeCloseTo(1 / (1 + Math.exp(b - a)), 6);
  }
});

test('a quick look at a narrow network is as fine as any', () => {
  const { look } = looked('lane=he_normal&depth=3&width=16&input=moons');
  expect(look(true).boundary).toEqual(look().boundary);
});

test('a network without hidden layers is looked at as well', () => {
  const { readings, layers, units, verdict, boundary, weights } = looked(
    'lane=xavier_normal&depth=0&input=blobs&lr=0.1',
    50,
  ).look();
  expect([layers, units]).toEqual([[], []]);
  expect(readings.map(({ layer, dead }) => [layer, dead])).toEqual([[1, 0]]);
  expect(readings[0]!.gradientToWeight).toBeGreaterThan(0);
  expect(verdict.id).toBe('healthy');
  expect(boundary?.classes).toBe(3);
  expect(weights?.map(({ fanIn, fanOut }) => [fanIn, fanOut])).toEqual([[2, 3]]);
});
