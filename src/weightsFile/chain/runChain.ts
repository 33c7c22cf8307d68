/** A chain of dense layers with weights of any origin, run forward and backward as the lab runs its own. */
import type { Kernels, Tensor } from '../../engine/kernels.ts';
import { stream } from '../../engine/rng.ts';
import type { ActivationSpec } from '../../engine/types.ts';

export interface GivenLayer {
  readonly fanIn: number;
  readonly fanOut: number;
  /** `[fanOut × fanIn]`, row-major. */
  readonly weights: Float32Array<ArrayBuffer>;
  readonly bias: Float32Array<ArrayBuffer> | null;
}

/** One number per layer; the last layer is linear. */
export interface ChainSpread {
  /** Standard deviation of the activations. */
  readonly forward: readonly number[];
  /** Standard deviation of dC/dz, for a unit Gaussian put on the output. */
  readonly backward: readonly number[];
}

const BATCH = 256;
const NO_LIMITS = {
  low: -Infinity,
  high: Infinity,
  shared: [-1, 1],
  sharedBins: 1,
  ownBins: 1,
} as const;

/** Gaussian inputs, `z = h Wᵀ + b`, `h = f(z)`; back through f′ and W. Memory is released at the end. */
export function runChain(
  kernels: Kernels,
  layers: readonly GivenLayer[],
  act: ActivationSpec,
  seed: number,
): ChainSpread {
  const start = kernels.mark();
  try {
    const tensor = (length: number): Tensor => kernels.allocate(length, 'f32');
    const copy = (values: Float32Array<ArrayBuffer>): Tensor => {
      const out = tensor(values.length);
      kernels.view(out).set(values);
      return out;
    };
    const spread = (values: Tensor): number => kernels.measure(values, NO_LIMITS).std;
    let h = tensor(BATCH * (layers[0]?.fanIn ?? 0));
    kernels.fillNormal(h, stream(seed, 0, 'input'), 0, 1);
    const forward: number[] = [];
    const run: { readonly weights: Tensor; readonly z: Tensor }[] = [];
    for (const [index, { fanIn, fanOut, weights: given, bias }] of layers.entries()) {
      const weights = copy(given);
      const z = tensor(BATCH * fanOut);
      kernels.matmulNT(h, weights, z, BATCH, fanOut, fanIn);
      if (bias !== null) kernels.addBias(z, copy(bias), BATCH, fanOut);
      h = z;
      if (index + 1 < layers.length) {
        h = tensor(BATCH * fanOut);
        kernels.activate(act, z, h);
      }
      forward.push(spread(h));
      run.push({ weights, z });
    }
    const backward: number[] = [];
    let gradient = tensor(BATCH * (layers.at(-1)?.fanOut ?? 0));
    kernels.fillNormal(gradient, stream(seed, 0, 'outputGradient'), 0, 1);
    for (let index = layers.length - 1; index >= 0; index -= 1) {
      const layer = layers[index];
      const mine = run[index];
      if (layer === undefined || mine === undefined) break;
      if (index + 1 < layers.length) kernels.activateBackward(act, mine.z, gradient);
      backward.unshift(spread(gradient));
      const below = tensor(BATCH * layer.fanIn);
      kernels.matmulNN(gradient, mine.weights, below, BATCH, layer.fanIn, layer.fanOut);
      gradient = below;
    }
    return { forward, backward };
  } finally {
    kernels.release(start);
  }
}
