/**
 * How mean squares move between places. In a wide layer with independent weights a place's mean square is the sum
 * over the numbers that feed it: of a convolution, those of its neighbours inside the border, each tap a share of
 * 1/k². Zeros beyond the border add nothing, so the rim gets less, and so does what listens to the rim.
 */
import type { ConvShape } from '../kernels.ts';
import type { LayerShape } from '../passes/layerShape.ts';

/** `out[p] = Σ in[q] / k²` over the neighbours q of p that there are. */
function spreadOver({ side, kernel, padding }: ConvShape, values: Float64Array): Float64Array {
  const reach = (kernel - 1) / 2;
  const wrap = (x: number): number => ((x % side) + side) % side;
  // Taps are a square: along the rows first, then across them.
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
 * Mean square of the numbers that feed a unit at each place of a layer, from the mean squares at the places below;
 * those beyond the border count as 0.
 */
export function incoming({ conv }: LayerShape, below: Float64Array): Float64Array {
  return conv === null ? Float64Array.of(mean(below)) : spreadOver(conv, below);
}

/**
 * The way back: mean square of the gradients that one number at each of `places` places below collects. Taps
 * are symmetric, so it is the same sum.
 */
export function outgoing({ conv }: LayerShape, above: Float64Array, places: number): Float64Array {
  if (conv !== null) return spreadOver(conv, above);
  return new Float64Array(places).fill(above[0] ?? 0);
}
