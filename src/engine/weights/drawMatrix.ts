/** Turns a Draw into numbers in a tensor. */
import type { Draw } from '../rules/draw.ts';
import { zerosPerColumn } from '../rules/draw.ts';
import type { DrawKernels } from './fills.ts';
import type { Tensor } from '../kernels.ts';
import type { Stream } from '../rng.ts';
import { bits, stream } from '../rng.ts';
import type { Tick } from '../pace.ts';
import { TICK, elementsPerSlice } from '../pace.ts';

export interface MatrixShape {
  /** One row per unit. */
  readonly rows: number;
  /** Fan-in. */
  readonly cols: number;
  /** Column of the diagonal of `identity` in the first row, 0 if absent; and its largest length, `cols` if absent. */
  readonly diagonal?: number;
  readonly across?: number;
}

/** Sets a share of every column to zero, rounded up; a random subset by Fisher–Yates from `key`. */
function zeroInColumns(
  values: Float32Array | Float64Array,
  { rows, cols }: Pick<MatrixShape, 'rows' | 'cols'>,
  sparsity: number,
  key: Stream,
): void {
  const zeros = zerosPerColumn(sparsity, rows);
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  for (let col = 0; col < cols; col += 1) {
    for (let i = 0; i < zeros; i += 1) {
      const left = rows - i;
      const j = i + Math.floor((bits(key, col * rows + i) / 0x100000000) * left);
      const row = order[j] ?? 0;
      order[j] = order[i] ?? 0;
      order[i] = row;
      values[row * cols + col] = 0;
    }
  }
}

/** Fills a slice of the matrix with elementwise draws. */
function fill(kernels: DrawKernels, draw: Draw, out: Tensor, key: Stream, first: number): void {
  switch (draw.kind) {
    case 'normal':
      return kernels.fillNormal(out, key, draw.mean, draw.std, first);
    case 'sparse':
      return kernels.fillNormal(out, key, 0, draw.std, first);
    case 'uniform':
      return kernels.fillUniform(out, key, draw.lo, draw.hi, first);
    case 'truncated':
      return kernels.fillTruncatedNormal(out, key, draw.mean, draw.std, first);
    case 'constant':
      return kernels.fillConstant(out, draw.value);
    default:
      return kernels.fillConstant(out, 0);
  }
}

/**
 * Fills `out [rows × cols]` for one (seed, layer). All elementwise initializers of one distribution scale the same
 * standard draws. `lsuv` gives its orthonormal start. Yields where a caller may pause.
 */
export function* drawMatrix(
  kernels: DrawKernels,
  draw: Draw,
  out: Tensor,
  shape: MatrixShape,
  seed: number,
  layer: number,
): Generator<Tick, void, void> {
  const { rows, cols } = shape;
  const key = stream(seed, layer, 'weights');
  if (draw.kind === 'orthogonal' || draw.kind === 'lsuv') {
    kernels.fillOrthogonal(out, rows, cols, key, draw.kind === 'lsuv' ? 1 : draw.gain);
    yield TICK;
    return;
  }
  const slice = elementsPerSlice(kernels.build, out.type);
  for (let first = 0; first < out.length; first += slice) {
    const length = Math.min(slice, out.length - first);
    fill(kernels, draw, kernels.slice(out, first, length), key, first);
    if (first + length < out.length) yield TICK;
  }
  const values = kernels.view(out);
  if (draw.kind === 'sparse')
    zeroInColumns(values, shape, draw.sparsity, stream(seed, layer, 'structure'));
  if (draw.kind === 'identity') {
    const { diagonal = 0, across = cols } = shape;
    for (let i = 0; i < Math.min(rows, across); i += 1) {
      values[i * cols + diagonal + i] = draw.gain;
    }
  }
}

/**
 * Fills a bias vector `out [fanOut]`. Elementwise draws are already resolved with the fans of the layer; those
 * that need a matrix treat the vector as `[fanOut × 1]`; lsuv means zeros, as in the paper.
 */
export function drawBias(
  kernels: DrawKernels,
  draw: Draw,
  out: Tensor,
  seed: number,
  layer: number,
): void {
  const key = stream(seed, layer, 'biases');
  if (draw.kind === 'orthogonal') {
    kernels.fillOrthogonal(out, out.length, 1, key, draw.gain);
    return;
  }
  fill(kernels, draw, out, key, 0);
  const values = kernels.view(out);
  if (draw.kind === 'identity') values[0] = draw.gain;
  if (draw.kind === 'sparse') {
    zeroInColumns(
      values,
      { rows: out.length, cols: 1 },
      draw.sparsity,
      stream(seed, layer, 'structure'),
    );
  }
}

/** drawMatrix without pauses. */
export function fillMatrix(
  kernels: DrawKernels,
  draw: Draw,
  out: Tensor,
  shape: MatrixShape,
  seed: number,
  layer: number,
): void {
  for (const _ of drawMatrix(kernels, draw, out, shape, seed, layer));
}
