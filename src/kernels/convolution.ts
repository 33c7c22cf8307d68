/** Reference implementation of convolution: the neighbourhoods of each picture are copied, then a plain product. */
import type { ConvShape } from '../engine/kernels.ts';
import { product } from './product.ts';

type Values = Float32Array | Float64Array;

const OUTSIDE = -1;

/** The neighbour of each place for each tap, `[places × taps]`; OUTSIDE in the zero padding. */
function neighbours({ side, kernel, padding }: ConvShape): Int32Array {
  const reach = (kernel - 1) / 2;
  const taps = kernel * kernel;
  const wrap = (x: number): number => ((x % side) + side) % side;
  return Int32Array.from({ length: side * side * taps }, (_, i) => {
    const [place, tap] = [Math.floor(i / taps), i % taps];
    const y = Math.floor(place / side) + Math.floor(tap / kernel) - reach;
    const x = (place % side) + (tap % kernel) - reach;
    const outside = y < 0 || y >= side || x < 0 || x >= side;
    return outside && padding === 'zero' ? OUTSIDE : wrap(y) * side + wrap(x);
  });
}

/** Places, taps and the neighbourhoods of one picture, `[places × taps · channels]`. */
interface Gathering {
  readonly places: number;
  readonly taps: number;
  /** Neighbourhoods of picture `index` of `values [batch × places × channels]`; valid until the next call. */
  readonly of: (values: Values, index: number) => Values;
}

function gathering(shape: ConvShape, channels: number, like: Values): Gathering {
  const places = shape.side ** 2;
  const taps = shape.kernel ** 2;
  const table = neighbours(shape);
  const length = places * taps * channels;
  const patches =
    like instanceof Float32Array ? new Float32Array(length) : new Float64Array(length);
  return {
    places,
    taps,
    of(values, index) {
      patches.fill(0);
      for (const [entry, place] of table.entries()) {
        if (place === OUTSIDE) continue;
        const from = (index * places + place) * channels;
        patches.set(values.subarray(from, from + channels), entry * channels);
      }
      return patches;
    },
  };
}

/** `out[b, p, u] = Σ x[b, p + tap, c] · weights[u, tap, c]`. */
export function convolve(
  shape: ConvShape,
  x: Values,
  weights: Values,
  out: Values,
  batch: number,
): void {
  const { channels, units } = shape;
  const gathered = gathering(shape, channels, out);
  const { places, taps } = gathered;
  const depth = taps * channels;
  for (let index = 0; index < batch; index += 1) {
    const a = { values: gathered.of(x, index), line: depth, step: 1 };
    const b = { values: weights, line: depth, step: 1 };
    const to = out.subarray(index * places * units, (index + 1) * places * units);
    product(a, b, to, places, units, depth);
  }
}

/** `dx[b, p, c] = Σ dz[b, p − tap, u] · weights[u, tap, c]`: a convolution with the taps reversed. */
export function convolveBackward(
  shape: ConvShape,
  dz: Values,
  weights: Values,
  dx: Values,
  batch: number,
): void {
  const { channels, units, kernel } = shape;
  const taps = kernel ** 2;
  const turned = weights.slice();
  for (let c = 0; c < channels; c += 1) {
    for (let tap = 0; tap < taps; tap += 1) {
      for (let u = 0; u < units; u += 1) {
        const from = (u * taps + taps - 1 - tap) * channels + c;
        turned[(c * taps + tap) * units + u] = weights[from] ?? 0;
      }
    }
  }
  convolve({ ...shape, channels: units, units: channels }, dz, turned, dx, batch);
}

/** `dWeights[u, tap, c] = Σ dz[b, p, u] · x[b, p + tap, c]`. */
export function convolveWeights(
  shape: ConvShape,
  dz: Values,
  x: Values,
  dWeights: Values,
  batch: number,
): void {
  const { channels, units } = shape;
  const gathered = gathering(shape, channels, dWeights);
  const { places, taps } = gathered;
  const depth = taps * channels;
  const part = dWeights.slice();
  dWeights.fill(0);
  for (let index = 0; index < batch; index += 1) {
    const from = index * places * units;
    const a = { values: dz.subarray(from, from + places * units), line: 1, step: units };
    const b = { values: gathered.of(x, index), line: 1, step: depth };
    product(a, b, part, units, depth, places);
    for (let i = 0; i < part.length; i += 1) dWeights[i] = (dWeights[i] ?? 0) + (part[i] ?? 0);
  }
}
