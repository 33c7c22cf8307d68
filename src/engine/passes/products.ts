/**
 * The three products of a layer, in slices with pauses between them. Slicing does not change any bit: the
 * kernels sum every element in the same order wherever it is.
 */
import type { Kernels, Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { TICK, rowsPerSlice } from '../pace.ts';
import { multiply, multiplyBackward, multiplyWeights } from './layerProducts.ts';
import type { LayerShape } from './layerShape.ts';
import { flopsPerExample, withUnits } from './layerShape.ts';

interface Slice {
  readonly first: number;
  readonly rows: number;
}

function* slices(
  kernels: Kernels,
  rows: number,
  flopsPerRow: number,
): Generator<Slice, void, void> {
  const most = rowsPerSlice(kernels.build, flopsPerRow);
  for (let first = 0; first < rows; first += most) {
    yield { first, rows: Math.min(most, rows - first) };
  }
}

/** `z [batch × outputs] = h [batch × inputs] · Wᵀ`. */
export function* forwardProduct(
  kernels: Kernels,
  shape: LayerShape,
  h: Tensor,
  weights: Tensor,
  z: Tensor,
  batch: number,
): Generator<Tick, void, void> {
  const { inputs, outputs } = shape;
  for (const { first, rows } of slices(kernels, batch, flopsPerExample(shape))) {
    const a = kernels.slice(h, first * inputs, rows * inputs);
    const out = kernels.slice(z, first * outputs, rows * outputs);
    multiply(kernels, shape, a, weights, out, rows);
    yield TICK;
  }
}

/** `dh [batch × inputs] = dz [batch × outputs] · W`. */
export function* backwardProduct(
  kernels: Kernels,
  shape: LayerShape,
  dz: Tensor,
  weights: Tensor,
  dh: Tensor,
  batch: number,
): Generator<Tick, void, void> {
  const { inputs, outputs } = shape;
  for (const { first, rows } of slices(kernels, batch, flopsPerExample(shape))) {
    const a = kernels.slice(dz, first * outputs, rows * outputs);
    const out = kernels.slice(dh, first * inputs, rows * inputs);
    multiplyBackward(kernels, shape, a, weights, out, rows);
    yield TICK;
  }
}

/** `dW [units × fanIn] = dzᵀ · h`, in slices of units: columns of dz, copied into a contiguous matrix. */
export function* weightProduct(
  kernels: Kernels,
  shape: LayerShape,
  dz: Tensor,
  h: Tensor,
  dWeights: Tensor,
  batch: number,
): Generator<Tick, void, void> {
  const { units, fanIn, places } = shape;
  for (const { first, rows } of slices(kernels, units, 2 * batch * places * fanIn)) {
    if (rows === units) {
      multiplyWeights(kernels, shape, dz, h, dWeights, batch);
    } else {
      const start = kernels.mark();
      const columns = kernels.allocate(batch * places * rows, dz.type);
      const to = kernels.view(columns);
      const from = kernels.view(dz);
      for (let row = 0; row < batch * places; row += 1) {
        const at = row * units + first;
        to.set(from.subarray(at, at + rows), row * rows);
      }
      const out = kernels.slice(dWeights, first * fanIn, rows * fanIn);
      multiplyWeights(kernels, withUnits(shape, rows), columns, h, out, batch);
      kernels.release(start);
    }
    yield TICK;
  }
}
