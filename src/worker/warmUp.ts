/**
 * Runs small lanes in advance, while the page is still being drawn. Browsers compile kernels and scripts in two tiers,
 * quickly at first, and with optimization what has run often.
 */
import type { Kernels } from '../engine/kernels.ts';
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
export function* warmUp(kernels: Kernels, now: () => number): Generator<void, void, void> {
  let before = Infinity;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    let spent = 0;
    for (const id of ACTIVATIONS) {
      const run: Iterator<unknown> = propagate(
        { ...LANE, act: { id, params: {} } },
        DOMAINS,
        kernels,
      );
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
