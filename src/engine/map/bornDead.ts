/**
 * Share of narrow ReLU nets that are dead at initialization, by layer (Lu et al. 2020,
 * "Dying ReLU and initialization").
 */
import type { Kernels } from '../kernels.ts';
import { deadProbability } from '../theory/deadProbability.ts';
import { propagateRows } from './mapNet.ts';

export interface BornDead {
  readonly width: number;
  /** Per layer, share of the nets in which this or an earlier layer outputs only zeros for one input. */
  readonly measured: readonly number[];
  /** `1 − (1 − 2^(−N))^L`. */
  readonly theory: readonly number[];
}

/** Widths to measure; with ten or more units hardly any net is dead at initialization. */
export const BORN_DEAD_WIDTHS = [1, 2, 3, 5, 8] as const;
/** Number of nets drawn for each width. */
export const BORN_DEAD_NETS = 400;

const RELU = { id: 'relu', params: {} } as const;
/** The share does not depend on the variance of the weights, as long as they are symmetric about 0. */
const START = { weightVariance: 2, biasVariance: 0 } as const;

/** Draws `nets` nets of `depth` layers of `width` units without biases, and propagates one input through each. */
export function bornDead(
  kernels: Kernels,
  width: number,
  depth: number,
  seed: number,
  nets: number = BORN_DEAD_NETS,
): BornDead {
  const dead = new Float64Array(depth);
  const input = new Float32Array(width).fill(1);
  for (let i = 0; i < nets; i += 1) {
    const net = { act: RELU, start: START, width, seed: (seed + i) % 2 ** 32 };
    propagateRows(kernels, net, input, width, depth, (layer, z) => {
      if (kernels.view(z).every((value) => value <= 0))
        dead[layer - 1] = (dead[layer - 1] ?? 0) + 1;
    });
  }
  return {
    width,
    measured: Array.from(dead, (count) => count / nets),
    theory: Array.from(dead, (_, i) => deadProbability(width, i + 1)),
  };
}
