/**
 * Runs small lanes in advance, while the page is still being drawn. Browsers compile kernels and scripts in two tiers,
 * quickly at first, and with optimization what has run often.
 */
import type { ConvShape, Kernels, Tensor } from '../engine/kernels.ts';
import { propagate } from '../engine/experiment/propagate.ts';
import type { ActivationId, Domains, ExperimentConfig } from '../engine/types.ts';

/** Short, but of a usual width: what runs as often as in a job is compiled for it soonest. */
const LANE = {
  depth: 2,
  width: 256,
  in: null,
  out: null,
  batch: 256,
  input: 'gaussian',
  net: 'dense',
  kernel: 3,
  padding: 'zero',
  block: 'plain',
  branch: 1,
  norm: 'none',
  head: null,
  input_mean: 0,
  input_std: 1,
  bias: { id: 'zeros', params: {} },
  precision: 'float32',
  seed: 1,
  initializer: { id: 'he_normal', params: { mode: 'fan_in', slope: 0 } },
} as const satisfies Omit<ExperimentConfig, 'act' | 'backward'>;

const DOMAINS: Domains = {
  activations: [-1, 4],
  preActivations: [-4, 4],
  gradients: [-4, 4],
  weightGradients: [-4, 4],
  weights: [-1, 1],
};

const MAX_ROUNDS = 8;
/** Warming up ends when a round takes more than this share of the time of the round before. */
const SETTLED = 0.9;

/** A convolution as in a race on digits. */
const CONV: ConvShape = { side: 8, channels: 16, units: 16, kernel: 3, padding: 'zero' };
const BATCH = 32;

/** The three products of a convolution, of zeros. */
function* convolve(kernels: Kernels): Generator<void, void, void> {
  const start = kernels.mark();
  try {
    const tensor = (length: number): Tensor => {
      const made = kernels.allocate(length, 'f32');
      kernels.fillConstant(made, 0);
      return made;
    };
    const { side, channels, units, kernel } = CONV;
    const values = BATCH * side ** 2 * units;
    const weights = units * kernel ** 2 * channels;
    const [x, z, dx] = [tensor(values), tensor(values), tensor(values)];
    const [w, dW] = [tensor(weights), tensor(weights)];
    kernels.convolve(CONV, x, w, z, BATCH);
    yield;
    kernels.convolveBackward(CONV, z, w, dx, BATCH);
    yield;
    kernels.convolveWeights(CONV, z, x, dW, BATCH);
  } finally {
    kernels.release(start);
  }
}

const lane = (id: ActivationId, backward: boolean, kernels: Kernels): Iterator<unknown> =>
  propagate({ ...LANE, act: { id, params: {} }, backward }, DOMAINS, kernels);

/** Runs in turn; `now` gives milliseconds. Returns how long they took. */
function* runAll(
  runs: readonly Iterator<unknown>[],
  now: () => number,
): Generator<void, number, void> {
  let spent = 0;
  for (const run of runs) {
    try {
      for (;;) {
        const start = now();
        const { done } = run.next();
        spent += now() - start;
        if (done === true) break;
        yield;
      }
    } finally {
      run.return?.();
    }
  }
  return spent;
}

/**
 * One short lane forward, which the first picture waits for: half of what its first run would take longer than later
 * ones. More would take the processor from the page that opens, which then opens later.
 */
export function* warmUpFirst(kernels: Kernels, now: () => number): Generator<void, void, void> {
  yield* runAll([lane('relu', false, kernels)], now);
}

/**
 * Runs rounds of lanes until they no longer become faster. Both yield after every piece of work, about 1 ms; abandon
 * them with `return()`. `kernels` must not be those of the jobs, whose memory they would use.
 */
export function* warmUp(kernels: Kernels, now: () => number): Generator<void, void, void> {
  let before = Infinity;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const lanes = [lane('relu', true, kernels), lane('tanh', true, kernels)];
    const spent = yield* runAll([...lanes, convolve(kernels)], now);
    if (spent > SETTLED * before) return;
    before = spent;
  }
}
