/**
 * Runs small lanes in advance, while the page is still being drawn. Browsers compile kernels and scripts in two tiers,
 * quickly at first, and with optimization what has run often.
 */
import type { ConvShape, Kernels, Tensor } from '../engine/kernels.ts';
import { propagate } from '../engine/experiment/propagate.ts';
import type { ActivationId, Domains, ExperimentConfig } from '../engine/types.ts';

const LANE = {
  depth: 4,
  width: 128,
  in: null,
  out: null,
  batch: 128,
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
  backward: true,
  seed: 1,
  initializer: { id: 'he_normal', params: { mode: 'fan_in', slope: 0 } },
} as const satisfies Omit<ExperimentConfig, 'act'>;

const DOMAINS: Domains = {
  activations: [-1, 4],
  preActivations: [-4, 4],
  gradients: [-4, 4],
  weightGradients: [-4, 4],
  weights: [-1, 1],
};

const ACTIVATIONS: readonly ActivationId[] = ['relu', 'tanh'];
const MAX_ROUNDS = 8;
/** Warming up ends when a round takes more than this share of the time of the round before. */
const SETTLED = 0.9;

/**
 * Runs rounds of lanes until they no longer become faster; yields after every piece of work, about 1 ms. Abandon it
 * with `return()`. `kernels` must not be those of the jobs, whose memory it would use.
 */
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

/** Yields after every piece of work, until a round is hardly faster than the one before. */
export function* warmUp(kernels: Kernels, now: () => number): Generator<void, void, void> {
  let before = Infinity;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    let spent = 0;
    const lanes = ACTIVATIONS.map((id): ExperimentConfig => ({ ...LANE, act: { id, params: {} } }));
    const runs: readonly Iterator<unknown>[] = [
      ...lanes.map((lane) => propagate(lane, DOMAINS, kernels)),
      convolve(kernels),
    ];
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
    if (spent > SETTLED * before) return;
    before = spent;
  }
}
