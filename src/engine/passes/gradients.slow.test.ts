/**
 * The backward pass against finite differences of a network written out here by itself, in float64: the
 * weights, biases and inputs are those of the run, nothing else of it is used.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { activation } from '../rules/activations.ts';
import { clampConfig } from '../lab/config.ts';
import { labBatch, loadInputs } from '../data/generate.ts';
import type { ConvShape, Kernels } from '../kernels.ts';
import { laneConfig } from '../lab/lab.ts';
import type { LayerShape } from './layerShape.ts';
import { passes } from './passes.ts';
import { parseQuery } from '../lab/query.ts';
import { stream } from '../rng.ts';
import { planOf } from './plan.ts';
import type { ExperimentConfig } from '../types.ts';
import { ACTIVATION_IDS } from '../types.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
  await loadInputs(['digits']);
});

interface Layer {
  readonly weights: number[];
  readonly bias: number[];
  readonly shape: LayerShape;
  readonly isOutput: boolean;
  dz: number[];
  dWeights: number[];
}

interface Recorded {
  readonly config: ExperimentConfig;
  readonly x: number[];
  readonly layers: Layer[];
  readonly loss: number | null;
  /** The unit Gaussian put on the output; unused with labels. */
  readonly seed: number[];
}

function record(query: string): Recorded {
  const { lab } = parseQuery(`${query}&precision=float64`);
  const lane = lab.lanes[0]!;
  const config = clampConfig(laneConfig(lab, lane)).value;
  const layers: Layer[] = [];
  let x: number[] = [];
  let loss: number | null = null;
  for (const pass of passes(planOf(config), kernels, { weightGradients: true })) {
    if (pass.type === 'input') x = [...kernels.view(pass.x)];
    if (pass.type === 'forward') {
      const { isOutput } = pass.plan;
      const weights = [...kernels.view(pass.weights)];
      const bias = [...kernels.view(pass.bias)];
      layers.push({ weights, bias, shape: pass.plan, isOutput, dz: [], dWeights: [] });
    }
    if (pass.type === 'backward') {
      const layer = layers[pass.plan.layer - 1]!;
      layer.dz = [...kernels.view(pass.dz)];
      layer.dWeights = [...kernels.view(pass.dWeights!)];
    }
    if (pass.type === 'end') loss = pass.loss;
  }
  const mark = kernels.mark();
  const gaussian = kernels.allocate(config.batch * layers.at(-1)!.shape.outputs, 'f64');
  kernels.fillNormal(gaussian, stream(config.seed, 0, 'outputGradient'), 0, 1);
  const seed = [...kernels.view(gaussian)];
  kernels.release(mark);
  return { config, x, layers, loss, seed };
}

/** Where tap (dy, dx) of a place leads, or `null` beyond a border of zeros. */
function reached(conv: ConvShape, y: number, x: number): number | null {
  const { side, padding } = conv;
  if (padding === 'circular') return ((y + side) % side) * side + ((x + side) % side);
  return y < 0 || x < 0 || y >= side || x >= side ? null : y * side + x;
}

/** z of one layer for one example. */
function preActivations({ weights, bias, shape }: Layer, h: readonly number[]): number[] {
  const { conv, units, fanIn } = shape;
  if (conv === null) {
    return Array.from({ length: units }, (_, unit) =>
      h.reduce((sum, value, i) => sum + value * weights[unit * fanIn + i]!, bias[unit]!),
    );
  }
  const { side, kernel, channels } = conv;
  const reach = (kernel - 1) / 2;
  const z: number[] = [];
  for (let place = 0; place < side * side; place += 1) {
    for (let unit = 0; unit < units; unit += 1) {
      let sum = bias[unit]!;
      let at = unit * fanIn;
      for (let dy = -reach; dy <= reach; dy += 1) {
        for (let dx = -reach; dx <= reach; dx += 1) {
          const from = reached(conv, Math.floor(place / side) + dy, (place % side) + dx);
          for (let c = 0; c < channels; c += 1, at += 1) {
            if (from !== null) sum += h[from * channels + c]! * weights[at]!;
          }
        }
      }
      z.push(sum);
    }
  }
  return z;
}

/** Every unit over the examples (and places), or every example over its numbers, to mean 0 and variance 1. */
function normalized(
  z: number[],
  norm: ExperimentConfig['norm'],
  { units, outputs }: LayerShape,
  batch: number,
): number[] {
  if (norm === 'none') return z;
  const groups = norm === 'batch' ? units : batch;
  const groupOf = (i: number): number => (norm === 'batch' ? i % units : Math.floor(i / outputs));
  const stats = Array.from({ length: groups }, (_, g) => {
    const own = z.filter((__, i) => groupOf(i) === g);
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    const variance = own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length;
    return { mean, scale: 1 / Math.sqrt(variance + 1e-5) };
  });
  return z.map((value, i) => (value - stats[groupOf(i)]!.mean) * stats[groupOf(i)]!.scale);
}

/** The cost, with `nudge` added to one pre-activation (layer, index in `[batch × outputs]`). */
function cost(
  { config, x, layers, seed }: Recorded,
  nudge?: { layer: number; index: number; by: number },
): number {
  const { batch, act, block, norm } = config;
  const factor = typeof config.branch === 'number' ? config.branch : 1;
  let h = x;
  let open: number[] | null = null;
  layers.forEach((layer, l) => {
    const { shape, isOutput } = layer;
    const rows = Array.from({ length: batch }, (_, row) =>
      h.slice(row * shape.inputs, (row + 1) * shape.inputs),
    );
    const z = rows.flatMap((row) => preActivations(layer, row));
    if (nudge?.layer === l) z[nudge.index] = z[nudge.index]! + nudge.by;
    const even = shape.inputs === shape.outputs && !isOutput;
    // The second of two layers of equal sizes that a block of two takes, from the first such layer on.
    const closes = block === 'residual2' && open !== null;
    const f = (value: number): number => activation(act.id).curve(act.params).f(value);
    const fz = isOutput || closes ? z : normalized(z, norm, shape, batch).map(f);
    const last = layers.length - 1 - Number(layers.at(-1)!.isOutput);
    const opens = block === 'residual2' && !closes && even && l < last;
    const around = closes ? open : block === 'residual1' && even ? h : null;
    const passed = around === null ? fz : fz.map((value, i) => around[i]! + factor * value);
    open = opens ? h : null;
    h = passed;
  });
  const examples = labBatch(config.input, config.seed, batch);
  if (examples === null) return h.reduce((sum, value, i) => sum + value * seed[i]!, 0);
  const classes = h.length / batch;
  let total = 0;
  for (let row = 0; row < batch; row += 1) {
    const logits = h.slice(row * classes, (row + 1) * classes);
    const sum = logits.reduce((all, logit) => all + Math.exp(logit), 0);
    total += Math.log(sum) - logits[examples.labels[row]!]!;
  }
  return total / batch;
}

const STEP = 1e-5;
/** A central difference errs by the third derivative, which normalization makes large. */
const near = (slope: number, difference: number): void =>
  expect(Math.abs(slope - difference)).toBeLessThan(5e-8 * (1 + 4 * Math.abs(slope)));
const NETS = [
  'lane=xavier_normal(gain=1.5)&bias=random_normal&width=4&depth=3&batch=3&in=5',
  'lane=lsuv&width=6&depth=2&batch=5&out=3',
  'lane=he_normal&bias=random_uniform&width=5&depth=2&batch=6&input=blobs&out=4',
];

const BLOCK_NETS = [
  'lane=xavier_normal(gain=1.5)&bias=random_normal&width=4&depth=3&batch=3&in=5&block=residual1',
  'lane=he_normal&width=5&depth=3&batch=4&block=residual1&branch=0.3&out=2',
  'lane=he_normal&bias=random_uniform&width=5&depth=4&batch=6&input=blobs&block=residual2&branch=0.7',
  'lane=he_normal&width=5&depth=5&batch=3&in=5&block=residual2&norm=layer',
  'lane=he_normal&bias=random_normal&width=5&depth=2&batch=6&input=blobs&norm=batch',
  'lane=xavier_normal&width=6&depth=3&batch=5&norm=layer',
  'lane=he_normal&width=4&depth=4&batch=5&in=4&block=residual2&branch=-0.5&norm=batch&out=3',
  'lane=he_normal&width=4&depth=3&batch=5&in=4&block=residual1&norm=batch&head=random_normal(std=2)&input=moons&input_mean=2&input_std=3',
  'lane=he_normal&net=conv&width=2&in=2&depth=2&batch=2&block=residual2&norm=layer',
  'lane=xavier_normal&net=conv&width=2&in=2&depth=2&batch=2&block=residual1&norm=batch',
];

const CONV_NETS = [
  'lane=xavier_normal(gain=1.5)&bias=random_normal&net=conv&width=3&in=2&depth=2&batch=2',
  'lane=lsuv&net=conv&width=2&in=1&depth=2&batch=2&padding=circular&out=3',
  'lane=he_normal&bias=random_uniform&net=conv&width=2&depth=2&batch=2&kernel=5&input=digits',
  'lane=orthogonal&net=conv&width=3&in=3&depth=1&batch=1&kernel=1',
];

describe.each(ACTIVATION_IDS)('%s', (act) => {
  test.each([...NETS, ...BLOCK_NETS, ...CONV_NETS])(
    'dC/dz and dC/dW are the slopes of the cost: %s',
    (net) => {
      const recorded = record(`${net}&act=${act}`);
      const some = (all: readonly number[]): number => Math.max(3, Math.floor(all.length / 20));
      recorded.layers.forEach(({ dz, dWeights, weights }, layer) => {
        for (let index = 0; index < dz.length; index += some(dz)) {
          const up = cost(recorded, { layer, index, by: STEP });
          const down = cost(recorded, { layer, index, by: -STEP });
          near(dz[index]!, (up - down) / (2 * STEP));
        }
        for (let index = 0; index < dWeights.length; index += some(dWeights)) {
          const before = weights[index]!;
          weights[index] = before + STEP;
          const up = cost(recorded);
          weights[index] = before - STEP;
          const down = cost(recorded);
          weights[index] = before;
          near(dWeights[index]!, (up - down) / (2 * STEP));
        }
      });
      if (recorded.loss !== null) expect(recorded.loss).toBeCloseTo(cost(recorded), 12);
    },
  );
});

test('zero weights give a loss of ln 2, and no gradient anywhere below the output', () => {
  for (const act of ['tanh', 'relu']) {
    const { layers, loss } = record(`lane=zeros&act=${act}&input=circle&width=6&depth=3&batch=40`);
    expect(loss).toBeCloseTo(Math.LN2, 14);
    expect(layers.flatMap((layer) => layer.dWeights).every((x) => x === 0)).toBe(true);
    expect(layers.at(-1)?.dz.every((x) => Math.abs(x) === 0.5 / 40)).toBe(true);
  }
  expect(record('lane=zeros&input=shapeset&width=3&depth=1&batch=8').loss).toBeCloseTo(
    Math.log(9),
    12,
  );
});
