/**
 * The three products of a layer, in slices short enough to pause between. Slicing changes no bit: the
 * kernels sum every element in the same order whatever its place.
 */
import type { Kernels, Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { TICK, rowsPerSlice } from '../pace.ts';

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

/** `z [batch × fanOut] = h [batch × fanIn] · Wᵀ`. */
export function* forwardProduct(
  kernels: Kernels,
  h: Tensor,
  weights: Tensor,
  z: Tensor,
  batch: number,
  fanOut: number,
  fanIn: number,
): Generator<Tick, void, void> {
  for (const { first, rows } of slices(kernels, batch, 2 * fanOut * fanIn)) {
    const a = kernels.slice(h, first * fanIn, rows * fanIn);
    const out = kernels.slice(z, first * fanOut, rows * fanOut);
    kernels.matmulNT(a, weights, out, rows, fanOut, fanIn);
    yield TICK;
  }
}

/** `dh [batch × fanIn] = dz [batch × fanOut] · W`. */
export function* backwardProduct(
  kernels: Kernels,
  dz: Tensor,
  weights: Tensor,
  dh: Tensor,
  batch: number,
  fanOut: number,
  fanIn: number,
): Generator<Tick, void, void> {
  for (const { first, rows } of slices(kernels, batch, 2 * fanOut * fanIn)) {
    const a = kernels.slice(dz, first * fanOut, rows * fanOut);
    const out = kernels.slice(dh, first * fanIn, rows * fanIn);
    kernels.matmulNN(a, weights, out, rows, fanIn, fanOut);
    yield TICK;
  }
}

/** `dW [fanOut × fanIn] = dzᵀ · h`; slices are columns of dz, copied side by side. */
export function* weightProduct(
  kernels: Kernels,
  dz: Tensor,
  h: Tensor,
  dWeights: Tensor,
  batch: number,
  fanOut: number,
  fanIn: number,
): Generator<Tick, void, void> {
  for (const { first, rows } of slices(kernels, fanOut, 2 * batch * fanIn)) {
    if (rows === fanOut) {
      kernels.matmulTN(dz, h, dWeights, fanOut, fanIn, batch);
    } else {
      const start = kernels.mark();
      const columns = kernels.allocate(batch * rows, dz.type);
      const to = kernels.view(columns);
      const from = kernels.view(dz);
      for (let row = 0; row < batch; row += 1) {
        const at = row * fanOut + first;
        to.set(from.subarray(at, at + rows), row * rows);
      }
      const out = kernels.slice(dWeights, first * fanIn, rows * fanIn);
      kernels.matmulTN(columns, h, out, rows, fanIn, batch);
      kernels.release(start);
    }
    yield TICK;
  }
}
