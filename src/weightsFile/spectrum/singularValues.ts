/** Singular values of a matrix, from the eigenvalues of `M Mᵀ` over its shorter side. */
import { TICK } from '../../engine/pace.ts';
import type { Tick } from '../../engine/pace.ts';
import { symmetricEigenvalues } from './symmetricEigenvalues.ts';

/** Columns that are multiplied at a time, so that they stay in the processor's cache. */
const BLOCK = 512;

/** `out[i, j] += Σ m[i, c] m[j, c]` over the columns `[from, to)`, for j ≤ i; in blocks of two rows by two. */
function* addProducts(
  m: Float32Array,
  rows: number,
  cols: number,
  from: number,
  to: number,
  out: Float64Array,
): Generator<Tick, void, void> {
  for (let i = 0; i < rows; i += 2) {
    yield TICK;
    const a = i * cols;
    const b = i + 1 < rows ? a + cols : a;
    for (let j = 0; j <= i; j += 2) {
      const c = j * cols;
      const d = j + 1 < rows ? c + cols : c;
      let ac = 0;
      let ad = 0;
      let bc = 0;
      let bd = 0;
      for (let k = from; k < to; k += 1) {
        const x = m[a + k] ?? 0;
        const y = m[b + k] ?? 0;
        const u = m[c + k] ?? 0;
        const v = m[d + k] ?? 0;
        ac += x * u;
        ad += x * v;
        bc += y * u;
        bd += y * v;
      }
      const at = i * rows + j;
      out[at] = (out[at] ?? 0) + ac;
      if (d !== c) out[at + 1] = (out[at + 1] ?? 0) + ad;
      if (b !== a) {
        out[at + rows] = (out[at + rows] ?? 0) + bc;
        if (d !== c) out[at + rows + 1] = (out[at + rows + 1] ?? 0) + bd;
      }
    }
  }
}

/** The transpose of `values`, `[rows × cols]`, row-major. */
export function transposed(
  values: Float32Array<ArrayBuffer>,
  rows: number,
  cols: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(values.length);
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < cols; c += 1) out[c * rows + r] = values[r * cols + c] ?? 0;
  }
  return out;
}

/**
 * The `min(rows, cols)` singular values in descending order. Squares are summed in float64, so the error is about the
 * largest one times 10⁻⁸, no more than that of storing the matrix in float32. All values must be finite.
 */
export function* singularValues(
  values: Float32Array<ArrayBuffer>,
  rows: number,
  cols: number,
): Generator<Tick, Float64Array<ArrayBuffer>, void> {
  const short = Math.min(rows, cols);
  const long = Math.max(rows, cols);
  const m = rows <= cols ? values : transposed(values, rows, cols);
  const products = new Float64Array(short * short);
  for (let from = 0; from < long; from += BLOCK) {
    yield* addProducts(m, short, long, from, Math.min(long, from + BLOCK), products);
  }
  const squares = yield* symmetricEigenvalues(products, short);
  return squares.map((square) => Math.sqrt(Math.max(0, square))).toReversed();
}
