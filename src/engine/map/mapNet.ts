/** A wide untrained net with normal weights and biases, as mean-field theory assumes. */
import type { Kernels, Tensor } from '../kernels.ts';
import { stream } from '../rng.ts';
import type { MeanFieldStart } from '../theory/correlation.ts';
import type { ActivationSpec } from '../types.ts';

export interface MapNet {
  readonly act: ActivationSpec;
  readonly start: MeanFieldStart;
  readonly width: number;
  readonly seed: number;
}

/**
 * Propagates `x [rows × inputs]` through `depth` layers and passes the pre-activations `[rows × width]` of each to
 * `visit`. The weights are those the lab would draw. Frees its memory. Throws OutOfMemory.
 */
export function propagateRows(
  kernels: Kernels,
  { act, start, width, seed }: MapNet,
  x: ArrayLike<number>,
  inputs: number,
  depth: number,
  visit: (layer: number, z: Tensor) => void,
): void {
  const mark = kernels.mark();
  try {
    const rows = x.length / inputs;
    const weights = kernels.allocate(width * Math.max(width, inputs), 'f32');
    const bias = kernels.allocate(width, 'f32');
    const first = kernels.allocate(rows * inputs, 'f32');
    const h = kernels.allocate(rows * width, 'f32');
    const z = kernels.allocate(rows * width, 'f32');
    kernels.view(first).set(x);
    for (let layer = 1; layer <= depth; layer += 1) {
      const fanIn = layer === 1 ? inputs : width;
      const w = kernels.slice(weights, 0, width * fanIn);
      const std = Math.sqrt(start.weightVariance / fanIn);
      kernels.fillNormal(w, stream(seed, layer, 'weights'), 0, std);
      kernels.fillNormal(bias, stream(seed, layer, 'biases'), 0, Math.sqrt(start.biasVariance));
      kernels.matmulNT(layer === 1 ? first : h, w, z, rows, width, fanIn);
      kernels.addBias(z, bias, rows, width);
      visit(layer, z);
      kernels.activate(act, z, h);
    }
  } finally {
    kernels.release(mark);
  }
}
