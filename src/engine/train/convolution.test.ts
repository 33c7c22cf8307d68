/** Convolutional nets in training, through the entry of the page and of the script. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { loadInputs } from '../data/generate.ts';
import type { ConvShape, Kernels } from '../kernels.ts';
import { parseQuery } from '../lab/query.ts';
import { parameters } from './descend.ts';
import { raceLanes } from './lanes.ts';
import type { TrainConfig } from './config.ts';
import { finish } from '../pace.ts';
import { backward } from './backward.ts';
import { forward } from './forward.ts';
import { runTraining } from './results.ts';
import { createSession } from './session.ts';
import { createTrainer } from './trainer.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
  await loadInputs(['digits']);
});

const CONV = 'net=conv&input=digits';
const lanesOf = (query: string) => raceLanes(parseQuery(`${CONV}&${query}`, 'race')).lanes;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Mean |dC/dW¹| of the first mini-batch. */
function firstGradient(lane: TrainConfig): number {
  const start = kernels.mark();
  const trainer = createTrainer(lane, kernels);
  trainer.gradients(0);
  const dW = [...kernels.view(trainer.network.layers[0]!.weightGradient)];
  kernels.release(start);
  return dW.reduce((sum, x) => sum + Math.abs(x), 0) / dW.length;
}

test.each([8, 22])(
  'D1: %i layers: Xavier hands down 2^(−(L−1)/2) of the gradient of He',
  (depth) => {
    const ratios = [1, 2, 3, 4, 5, 6, 7].map((seed) => {
      const lanes = lanesOf(`lane=he_normal&lane=xavier_normal&depth=${depth}&seed=${seed}`);
      const [he, xavier] = lanes.map(firstGradient);
      return xavier! / he!;
    });
    // ReLU keeps factors: √½ for each layer of 16 channels, √(1024/1034) for the head. Logits of He are of size 1, which
    // changes the gradient of the loss a little.
    const expected = 2 ** (-(depth - 1) / 2) * Math.sqrt(1024 / 1034);
    expect(Math.abs(median(ratios) / expected - 1)).toBeLessThan(0.25);
  },
);

test.each([
  'act=tanh',
  'act=silu&padding=circular&kernel=5',
  'act=sigmoid&rescue=batch_norm',
  'act=tanh&rescue=residual',
  'act=silu&rescue=batch_norm,residual&kernel=1',
])('the gradient is the slope of the loss: %s', (settings) => {
  const [lane] = lanesOf(
    `lane=lecun_normal&depth=3&width=3&train_batch=4&bias=random_normal(std=0.3)&${settings}`,
  );
  const trainer = createTrainer(lane!, kernels);
  const rows = 4;
  const { network } = trainer;
  trainer.step(0);
  const labels = Uint8Array.from({ length: rows }, (_, i) => i % 10);
  const dLogits = kernels.slice(network.dz, 0, rows * 10);
  const loss = (): number => {
    const logits = kernels.slice(finish(forward(kernels, network, rows, true)), 0, rows * 10);
    return kernels.softmaxCrossEntropy(logits, labels, dLogits, rows, 10).loss;
  };
  loss();
  finish(backward(kernels, network, rows));
  const slopes = parameters(network).map(({ gradient }) => [...kernels.view(gradient)]);
  // In float32 a central difference is good to about √ε of the loss over the step.
  const step = 1e-2;
  parameters(network).forEach(({ value }, p) => {
    for (let i = 0; i < value.length; i += Math.max(1, Math.floor(value.length / 5))) {
      const before = kernels.view(value)[i] ?? 0;
      kernels.view(value)[i] = before + step;
      const above = loss();
      kernels.view(value)[i] = before - step;
      const below = loss();
      kernels.view(value)[i] = before;
      const slope = slopes[p]![i]!;
      const error = Math.abs((above - below) / (2 * step) - slope);
      expect(error, `parameter ${p}, ${i}`).toBeLessThan(2e-3 + 0.02 * Math.abs(slope));
    }
  });
});

test('residual connections are there where what enters is as large as what leaves', () => {
  const [lane] = lanesOf('lane=he_normal&depth=3&rescue=residual');
  const { network } = createTrainer(lane!, kernels);
  expect(network.layers.map(({ role }) => role)).toEqual(['plain', 'whole', 'whole', 'plain']);
});

test('a step allocates nothing', () => {
  const [lane] = lanesOf('lane=he_normal&depth=4&rescue=batch_norm,residual,clip&momentum=0.5');
  let allocated = 0;
  const watched: Kernels = {
    ...kernels,
    allocate(length, type) {
      allocated += 1;
      return kernels.allocate(length, type);
    },
  };
  const trainer = createTrainer(lane!, watched);
  trainer.step(0);
  const top = kernels.mark();
  const before = allocated;
  trainer.step(1);
  expect(allocated).toBe(before);
  expect(before).toBeGreaterThan(0);
  expect(kernels.mark()).toBe(top);
});

const WIDE =
  'lane=he_normal&depth=3&width=32&steps=2&rescue=batch_norm&momentum=0.9&lr=0.01&seed=3';

test('given up in the middle of a step or of a record, it goes on as if nothing had been', async () => {
  const [lane] = lanesOf(WIDE);
  const session = createSession(lane!, await createKernels('simd'));
  let givenUp = 0;
  while (session.outcome() === null) {
    const at = session.at();
    for (const pieces of [1, 2, 3]) {
      const run = session.advance();
      let isOver = false;
      for (let i = 0; i < pieces && !isOver; i += 1) isOver = run.next().done === true;
      run.return();
      if (!isOver && session.at() === at) givenUp += 1;
    }
    const run = session.advance();
    while (run.next().done !== true && session.at() === at);
    run.return();
  }
  expect(givenUp).toBeGreaterThan(3);
  const whole = runTraining(lane!, await createKernels('simd'));
  expect(session.records).toEqual(whole.records);
  expect(session.outcome()!.stepLoss).toEqual(whole.stepLoss);
});

test('between two pauses a race computes little, so that it can be stopped', async () => {
  const [lane] = lanesOf(WIDE);
  const own = await createKernels('simd');
  let flops = 0;
  const counted = ({ side, channels, units, kernel }: ConvShape, batch: number): void => {
    flops += 2 * side * side * channels * units * kernel * kernel * batch;
  };
  const watched: Kernels = {
    ...own,
    convolve(shape, x, weights, out, batch) {
      counted(shape, batch);
      own.convolve(shape, x, weights, out, batch);
    },
    convolveBackward(shape, dz, weights, dx, batch) {
      counted(shape, batch);
      own.convolveBackward(shape, dz, weights, dx, batch);
    },
    convolveWeights(shape, dz, x, dWeights, batch) {
      counted(shape, batch);
      own.convolveWeights(shape, dz, x, dWeights, batch);
    },
  };
  const session = createSession(lane!, watched);
  const pieces: number[] = [];
  for (const run of [session.advance(), session.advance()]) {
    flops = 0;
    for (let isOver = false; !isOver;) {
      isOver = run.next().done === true;
      pieces.push(flops);
      flops = 0;
    }
  }
  // 100 MFLOP, and what the last layer before the pause adds: 360 pictures, 32 channels, or 170 MFLOP forward.
  expect(Math.max(...pieces)).toBeLessThan(5.5e8);
  expect(Math.max(...pieces)).toBeLessThan(pieces.reduce((sum, each) => sum + each, 0) / 4);
});

test('equal channels stay one channel, step after step', () => {
  const [lane] = lanesOf('lane=constant(value=0.05)&act=tanh&depth=2&width=16&steps=20');
  const { records } = runTraining(lane!, kernels);
  for (const { distinctUnits } of records) expect(distinctUnits).toEqual([1, 1]);
});

test('a session shows the net as it was, bit by bit', () => {
  const [lane] = lanesOf('lane=he_normal&depth=2&width=8&steps=120&rescue=batch_norm');
  const session = createSession(lane!, kernels);
  const seen: number[][] = [];
  const look = (step: number): number[] => {
    let found: number[] = [];
    const visit = session.visit(step, function* (trainer) {
      found = trainer.network.layers.flatMap(({ weights }) => [...kernels.view(weights)]);
      yield { type: 'tick' };
    });
    for (const _ of visit);
    return found;
  };
  while (session.outcome() === null) {
    for (const _ of session.advance());
    seen.push(look(session.at()));
  }
  expect(look(50)).toEqual(seen[1]);
  expect(look(120)).toEqual(seen.at(-1));
});

describe('what is no picture', () => {
  test.each([
    ['circle', 'needs-pictures'],
    ['uniform', 'fixed-by-data'],
  ])('%s becomes the digits, and it is said', (input, code) => {
    const { lanes, notices } = raceLanes(parseQuery(`net=conv&input=${input}&lane=he_normal`));
    expect(lanes[0]!.experiment.input).toBe('digits');
    expect(notices.map((each) => each.code)).toEqual([code]);
  });
});
