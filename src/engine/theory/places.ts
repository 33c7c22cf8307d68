/**
 * Mean squares at the places of a picture. In a wide layer with independent weights the mean square at a place is a
 * sum over its inputs: in a convolution, those of its neighbours inside the border, each with a share of 1/k². Zeros
 * beyond the border add nothing, so places at the border get less, and in the next layer their neighbours too.
 */
import type { ConvShape } from '../kernels.ts';
import type { LayerShape } from '../passes/layerShape.ts';

/** `out[p] = Σ in[q] / k²` over the neighbours q of p inside the border (or wrapped around it). */
function spreadOver({ side, kernel, padding }: ConvShape, values: Float64Array): Float64Array {
  const reach = (kernel - 1) / 2;
  const wrap = (x: number): number => ((x % side) + side) % side;
  // The sum over a square of taps is separable: first along the rows, then along the columns.
  const along = (from: Float64Array, step: number, line: number): Float64Array => {
    const to = new Float64Array(side * side);
    for (let i = 0; i < side; i += 1) {
      for (let j = 0; j < side; j += 1) {
        let sum = 0;
        for (let d = -reach; d <= reach; d += 1) {
          const k = j + d;
          if (padding === 'circular') sum += from[i * line + wrap(k) * step] ?? 0;
          else if (k >= 0 && k < side) sum += from[i * line + k * step] ?? 0;
        }
        to[i * line + j * step] = sum / kernel;
      }
    }
    return to;
  };
  return along(along(values, 1, side), side, 1);
}

const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Mean square of a unit's inputs at each place of a layer, from the mean squares at the places of the layer below;
 * zero padding counts as 0.
 */
export function incoming({ conv }: LayerShape, below: Float64Array): Float64Array {
  return conv === null ? Float64Array.of(mean(below)) : spreadOver(conv, below);
}

/**
 * The same for the backward pass: mean square of the gradients that reach a value at each of `places` places
 * below. The square of taps is symmetric, so it is the same sum.
 */
export function outgoing({ conv }: LayerShape, above: Float64Array, places: number): Float64Array {
  if (conv !== null) return spreadOver(conv, above);
  return new Float64Array(places).fill(above[0] ?? 0);
}
