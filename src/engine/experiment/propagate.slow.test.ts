import { beforeAll, describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { loadInputs } from '../data/generate.ts';
import { clampConfig } from '../lab/config.ts';
import { estimateCost } from '../passes/cost.ts';
import { sharedDomains } from '../lab/domains.ts';
import type { Kernels } from '../kernels.ts';
import { laneConfig } from '../lab/lab.ts';
import { propagate } from './propagate.ts';
import { parseQuery } from '../lab/query.ts';
import type { LaneRun } from './results.ts';
import { runLab, runLane } from './runLane.ts';
import { spread } from '../passes/layerSpread.ts';
import type { ExperimentConfig, Summary } from '../types.ts';
import { ACTIVATION_IDS, INPUT_IDS, PRECISIONS } from '../types.ts';
import { weightsSample } from '../passes/weightsSample.ts';
import { INITIALIZER_IDS } from '../rules/initializer.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
  await loadInputs(['digits']);
});

const run = (query: string): readonly LaneRun[] =>
  runLab(parseQuery(query).lab, kernels, () => performance.now());
const one = (query: string): LaneRun => {
  const [lane] = run(query);
  if (lane === undefined) throw new Error('no lane');
  return lane;
};
const configOf = (query: string): ExperimentConfig => {
  const { lab } = parseQuery(query);
  const [lane] = lab.lanes;
  if (lane === undefined) throw new Error('no lane');
  return clampConfig(laneConfig(lab, lane)).value;
};
const SMALL = 'depth=2&width=5&batch=3';

function check(summary: Summary): void {
  const bins = summary.shared.counts.reduce((sum, count) => sum + count, 0);
  expect(bins + summary.shared.below + summary.shared.above).toBe(summary.finite);
  if (summary.finite === 0) return;
  expect(Number.isFinite(summary.mean) && Number.isFinite(summary.std)).toBe(true);
  expect(summary.min).toBeLessThanOrEqual(summary.max);
  for (const share of [summary.zero, summary.saturated]) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
  }
}

function checkRun({ config, input, layers, outcome }: LaneRun): void {
  expect(layers.length).toBe(config.depth);
  check(input);
  expect(outcome.loss === null).toBe(config.input === 'gaussian' || config.input === 'uniform');
  for (const layer of layers) {
    const { fanIn, fanOut } = layer;
    expect(layer.weights.count).toBe(fanIn * fanOut);
    expect(layer.activations.count).toBe(config.batch * fanOut);
    expect(layer.distinctUnits).toBeGreaterThanOrEqual(1);
    expect(layer.distinctUnits).toBeLessThanOrEqual(fanOut);
    const { gradients, weightGradients } = layer;
    for (const each of [layer.weights, layer.preActivations, layer.activations]) check(each);
    expect(gradients === null).toBe(!config.backward);
    expect(weightGradients?.count ?? 0).toBe(config.backward ? fanIn * fanOut : 0);
    if (gradients !== null) check(gradients);
  }
}

describe('works for every', () => {
  test.each(INITIALIZER_IDS)('activation, input and precision with %s', (id) => {
    const inputs = INPUT_IDS.filter((each) => each !== 'shapeset');
    ACTIVATION_IDS.forEach((act, i) => {
      PRECISIONS.forEach((precision, j) => {
        const input = inputs[(i + j + INITIALIZER_IDS.indexOf(id)) % inputs.length];
        checkRun(one(`${SMALL}&lane=${id}&act=${act}&input=${input}&precision=${precision}`));
      });
    });
  });

  test.each(INITIALIZER_IDS)('bias: %s', (id) => {
    checkRun(one(`${SMALL}&bias=${id}`));
  });

  test.each(['width=1', 'batch=1', 'depth=1', 'width=1&batch=1&depth=1', 'depth=100', 'out=7'])(
    'size: %s',
    (size) => {
      const step = size === 'depth=100' ? 6 : 1;
      for (const id of INITIALIZER_IDS.filter((_, i) => i % step === 0)) {
        checkRun(one(`lane=${id}&width=6&batch=4&depth=2&${size}`));
      }
    },
  );

  test('image', () => {
    checkRun(one(`${SMALL}&lane=he_normal&input=shapeset`));
  });
});

describe('sizes', () => {
  test('of labelled inputs come from the data', () => {
    const { layers, outcome } = one(`${SMALL}&lane=he_normal&input=blobs&in=7&out=2`);
    expect(layers[0]?.fanIn).toBe(2);
    expect(outcome.output?.fanOut).toBe(3);
    expect(outcome.notices.map(({ key, used }) => [key, used])).toEqual([
      ['in', '2'],
      ['out', '3'],
    ]);
  });

  test('of noise are free', () => {
    const { layers, outcome } = one(`${SMALL}&lane=he_normal&in=11&out=4`);
    expect(layers[0]?.fanIn).toBe(11);
    expect([outcome.output?.layer, outcome.output?.fanIn, outcome.output?.fanOut]).toEqual([
      3, 5, 4,
    ]);
    expect(outcome.output?.gradients?.count).toBe(12);
  });

  test('a batch larger than the set repeats examples', () => {
    expect(one('lane=he_normal&input=circle&batch=700&width=4&depth=1').input.count).toBe(1400);
  });
});

describe('distinct units', () => {
  test.each([
    ['zeros', 1],
    ['constant', 1],
    ['ones', 1],
    ['he_normal', 40],
    ['identity', 40],
    ['random_normal(std=0)', 1],
  ])('%s has %i of 40', (lane, distinct) => {
    for (const act of ['relu', 'tanh', 'sigmoid']) {
      const { layers } = one(`lane=${lane}&act=${act}&width=40&depth=3&batch=9`);
      expect(layers.map((layer) => layer.distinctUnits)).toEqual([distinct, distinct, distinct]);
    }
  });

  test('a random bias tells equal weights apart', () => {
    const { layers } = one('lane=zeros&bias=random_normal&width=40&depth=2&batch=9');
    expect(layers.map((layer) => layer.distinctUnits)).toEqual([40, 40]);
  });

  test('a narrow input through identity leaves the rest equal', () => {
    const [layer] = one('lane=identity&width=40&in=3&depth=1').layers;
    expect(layer?.distinctUnits).toBe(4);
  });
});

test('one config gives equal numbers, whatever ran before it', () => {
  const query =
    'lane=he_normal&lane=lsuv;act=tanh&lane=sparse;input=moons&width=30&depth=4&batch=50';
  const first = run(query);
  run('width=64&depth=2');
  const again = run(query);
  const data = (runs: readonly LaneRun[]): unknown => runs.map(({ elapsedMs: _, ...rest }) => rest);
  expect(data(again)).toEqual(data(first));
});

test('lsuv brings every pre-activation to variance 1 within 1 %', () => {
  for (const act of ACTIVATION_IDS) {
    const { layers, outcome } = one(`lane=lsuv&act=${act}&width=128&depth=6&batch=128`);
    expect(outcome.notes).toEqual([]);
    for (const { preActivations } of layers) {
      expect(Math.abs(preActivations.std ** 2 - 1)).toBeLessThan(0.01);
    }
  }
});

test('lsuv leaves a layer without signal orthonormal and says so', () => {
  const { layers, outcome } = one('lane=lsuv&bias=constant(value=-10)&width=32&depth=3&batch=16');
  expect(outcome.notes).toEqual([
    { code: 'lsuv-no-signal', layer: 2 },
    { code: 'lsuv-no-signal', layer: 3 },
  ]);
  expect(layers[1]?.weights.rms).toBeCloseTo(1 / Math.sqrt(32), 6);
  expect(outcome.verdict).toEqual({ id: 'dead', reason: { kind: 'all-zero', layer: 1 } });
});

test('lsuv says where the biases keep it from variance 1', () => {
  const { layers, outcome } = one('lane=lsuv&bias=random_normal(std=3)&width=64&depth=3&batch=64');
  expect(outcome.notes).toEqual([1, 2, 3].map((layer) => ({ code: 'lsuv-not-reached', layer })));
  expect(layers[0]!.preActivations.std).toBeGreaterThan(2);
  const within = one('lane=lsuv&bias=random_normal(std=0.5)&width=64&depth=3&batch=64');
  expect(within.outcome.notes).toEqual([]);
});

describe('float64 to its limits', () => {
  test.each([
    ['random_normal(std=10)', 'linear', 60, 512],
    ['random_normal(std=10)', 'relu', 100, 300],
    ['random_normal(std=1e-5)', 'gelu', 60, 64],
    ['random_normal(std=1e-4)', 'tanh', 90, 64],
  ])('%s, %s, %i layers of %i', (lane, act, depth, width) => {
    const size = `depth=${depth}&width=${width}&batch=16&precision=float64`;
    const { layers } = one(`lane=${lane}&act=${act}&${size}`);
    const last = layers.at(-1)!.activations.std;
    expect(Math.abs(Math.log10(last))).toBeGreaterThan(140);
    for (const { layer, activations, gradients, theory } of layers) {
      const pairs = [
        [activations.std, theory?.activationStd],
        [gradients?.std, theory?.gradientStd],
      ] as const;
      for (const [measured, predicted] of pairs) {
        expect(measured, `layer ${layer}`).toBeGreaterThan(0);
        expect(measured, `layer ${layer}`).toBeLessThan(Infinity);
        // Narrow layers drift apart by some per cent each: half a decade over all of them.
        const apart = Math.log10(measured! / predicted!);
        expect(Math.abs(apart), `layer ${layer}: ${measured} ${predicted}`).toBeLessThan(0.7);
      }
    }
  });
});

test('float64 goes through the same code', () => {
  const query = 'lane=he_normal&width=64&depth=5&batch=32&precision=';
  const narrow = one(`${query}float32`).layers;
  const wide = one(`${query}float64`).layers;
  wide.forEach((layer, i) => {
    const other = narrow[i];
    expect(layer.activations.std / (other?.activations.std ?? 0)).toBeCloseTo(1, 4);
    expect((layer.gradients?.std ?? 0) / (other?.gradients?.std ?? 1)).toBeCloseTo(1, 4);
  });
});

test('short formats round what passes between layers', () => {
  const half = one('lane=he_normal&act=tanh&width=32&depth=3&batch=8&precision=float16');
  for (const { activations } of half.layers) {
    expect(activations.max).toBe(Math.fround(Math.round(activations.max * 2 ** 11) / 2 ** 11));
  }
  const big = one(
    'lane=random_normal(std=10)&act=linear&width=256&depth=3&precision=float16&batch=8',
  );
  expect(big.outcome.firstNonFiniteLayer).toBe(2);
});

describe('memory', () => {
  const config = configOf('lane=he_normal&width=64&depth=30&batch=64');
  const domains = sharedDomains([config]);

  /** The highest mark while a run lasts, above where it began, in bytes. */
  function highest(each: ExperimentConfig): number {
    const start = kernels.mark();
    let most = 0;
    for (const _ of propagate(each, domains, kernels)) most = Math.max(most, kernels.mark());
    expect(kernels.mark()).toBe(start);
    return most - start;
  }

  test('does not depend on depth without a backward pass', () => {
    const forward = { ...config, backward: false };
    expect(highest({ ...forward, depth: 60 })).toBe(highest(forward));
  });

  test('is what the estimate says, and is freed', () => {
    for (const backward of [true, false]) {
      const each = { ...config, backward };
      expect(highest(each) / estimateCost(each).bytes).toBeCloseTo(1, 1);
    }
  });

  test('is freed by an abandoned run', () => {
    const start = kernels.mark();
    const half = propagate(config, domains, kernels);
    for (let i = 0; i < 40; i += 1) half.next();
    expect(kernels.mark()).toBeGreaterThan(start);
    half.return({} as never);
    expect(kernels.mark()).toBe(start);
  });
});

test('spread gives the stds of propagate', () => {
  const config = configOf('lane=xavier_uniform&act=tanh&width=48&depth=5&batch=20');
  const { layers } = runLane(config, sharedDomains([config]), kernels, () => 0);
  const quick = spread(config, kernels);
  let step = quick.next();
  while (step.done !== true) step = quick.next();
  expect(step.value.activationStd).toEqual(layers.map((layer) => layer.activations.std));
  expect(step.value.gradientStd).toEqual(layers.map((layer) => layer.gradients?.std));
});

test('a sample of the weights is the weights, thinned', () => {
  const config = configOf('lane=identity&width=50&in=20&depth=2&batch=2');
  const sampler = weightsSample(config, 1, 10, kernels);
  let step = sampler.next();
  while (step.done !== true) step = sampler.next();
  expect([step.value?.rows, step.value?.cols]).toEqual([10, 10]);
  expect(step.value?.values[0]).toBe(1);
  const none = weightsSample(config, 9, 10, kernels);
  let end = none.next();
  while (end.done !== true) end = none.next();
  expect(end.value).toBeNull();
});
