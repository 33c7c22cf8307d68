/** Narrow ReLU nets that are dead before they learn: how many of them, by layer (Lu et al. 2020, "Dying ReLU and initialization"). */
import type { Kernels } from '../kernels.ts';
import { deadProbability } from '../theory/deadProbability.ts';
import { propagateRows } from './mapNet.ts';

export interface BornDead {
  readonly width: number;
  /** Share of the nets in which some layer so far passes on nothing for one input; first layer first. */
  readonly measured: readonly number[];
  /** `1 − (1 − 2^(−N))^L`. */
  readonly theory: readonly number[];
}

/** Widths that are counted; from about ten units on hardly a net is born dead. */
export const BORN_DEAD_WIDTHS = [1, 2, 3, 5, 8] as const;
/** Nets that are drawn for each width. */
export const BORN_DEAD_NETS = 400;

const RELU = { id: 'relu', params: {} } as const;
/** The share does not depend on how wide the weights are, as long as they are symmetric about 0. */
const START = { weightVariance: 2, biasVariance: 0 } as const;

/** Draws `nets` of `width` units, `depth` deep, without biases, and sends one input through each. */
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
