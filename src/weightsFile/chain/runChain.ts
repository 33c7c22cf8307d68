/** A chain of layers with weights of any origin, run forward and backward as the lab runs its own. */
import type { Kernels, Tensor } from '../../engine/kernels.ts';
import { multiply, multiplyBackward } from '../../engine/passes/layerProducts.ts';
import { TICK } from '../../engine/pace.ts';
import type { Tick } from '../../engine/pace.ts';
import type { LayerShape } from '../../engine/passes/layerShape.ts';
import { stream } from '../../engine/rng.ts';
import type { ActivationSpec } from '../../engine/types.ts';

export interface GivenLayer {
  readonly shape: LayerShape;
  /** `[units × fanIn]`, row-major; for a convolution `[units × k × k × channels]`. */
  readonly weights: Float32Array<ArrayBuffer>;
  readonly bias: Float32Array<ArrayBuffer> | null;
}

/** One number per layer; the last layer is linear. */
export interface ChainSpread {
  /** Standard deviation of the activations. */
  readonly forward: readonly number[];
  /** Standard deviation of dC/dz, for a unit Gaussian gradient at the output. */
  readonly backward: readonly number[];
}

/** Number of examples. Pictures have a value for every place, so fewer are enough. */
export const BATCH = { dense: 256, conv: 16 } as const;
const NO_LIMITS = {
  low: -Infinity,
  high: Infinity,
  shared: [-1, 1],
  sharedBins: 1,
  ownBins: 1,
} as const;

/** Gaussian inputs, `z = h Wᵀ + b`, `h = f(z)`; back through f′ and W. Releases its memory. Throws OutOfMemory. */
export function* runChain(
  kernels: Kernels,
  layers: readonly GivenLayer[],
  act: ActivationSpec,
  seed: number,
): Generator<Tick, ChainSpread, void> {
  const start = kernels.mark();
  const batch = BATCH[layers[0]?.shape.conv == null ? 'dense' : 'conv'];
  try {
    const tensor = (length: number): Tensor => kernels.allocate(length, 'f32');
    const copy = (values: Float32Array<ArrayBuffer>): Tensor => {
      const out = tensor(values.length);
      kernels.view(out).set(values);
      return out;
    };
    const spread = (values: Tensor): number => kernels.measure(values, NO_LIMITS).std;
    let h = tensor(batch * (layers[0]?.shape.inputs ?? 0));
    kernels.fillNormal(h, stream(seed, 0, 'input'), 0, 1);
    const forward: number[] = [];
    const run: { readonly weights: Tensor; readonly z: Tensor }[] = [];
    for (const [index, { shape, weights: given, bias }] of layers.entries()) {
      yield TICK;
      const weights = copy(given);
      const z = tensor(batch * shape.outputs);
      multiply(kernels, shape, h, weights, z, batch);
      if (bias !== null) kernels.addBias(z, copy(bias), batch * shape.places, shape.units);
      h = z;
      if (index + 1 < layers.length) {
        h = tensor(batch * shape.outputs);
        kernels.activate(act, z, h);
      }
      forward.push(spread(h));
      run.push({ weights, z });
    }
    const backward: number[] = [];
    let gradient = tensor(batch * (layers.at(-1)?.shape.outputs ?? 0));
    kernels.fillNormal(gradient, stream(seed, 0, 'outputGradient'), 0, 1);
    for (let index = layers.length - 1; index >= 0; index -= 1) {
      yield TICK;
      const layer = layers[index];
      const mine = run[index];
      if (layer === undefined || mine === undefined) break;
      if (index + 1 < layers.length) kernels.activateBackward(act, mine.z, gradient);
      backward.unshift(spread(gradient));
      const below = tensor(batch * layer.shape.inputs);
      multiplyBackward(kernels, layer.shape, gradient, mine.weights, below, batch);
      gradient = below;
    }
    return { forward, backward };
  } finally {
    kernels.release(start);
  }
}
