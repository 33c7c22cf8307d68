/** Principal components from the inner products of the rows, since there are fewer rows than columns. */
import type { Kernels, Tensor } from '../kernels.ts';

export interface PrincipalComponents {
  /** Coordinates of every row along each component, by decreasing variance: `[rows × count]`. */
  readonly components: Float64Array<ArrayBuffer>;
  /** Share of the total variance in these components; 1 if the variance is 0. */
  readonly share: number;
  /** Sum of squares of all values, before the mean row was subtracted. */
  readonly square: number;
}

const ITERATIONS = 60;
/** Relative change of the variances between two iterations below which the iteration stops. */
const SETTLED = 1e-4;

/** Centres a Gram matrix `[rows × rows]` in place: the inner products after subtracting the mean row. */
function centred(gram: Float64Array, rows: number): void {
  const means = Float64Array.from({ length: rows }, (_, r) => {
    let sum = 0;
    for (let c = 0; c < rows; c += 1) sum += gram[r * rows + c] ?? 0;
    return sum / rows;
  });
  const mean = means.reduce((sum, x) => sum + x, 0) / rows;
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < rows; c += 1) {
      const at = r * rows + c;
      gram[at] = (gram[at] ?? 0) - (means[r] ?? 0) - (means[c] ?? 0) + mean;
    }
  }
}

/**
 * Makes the rows of `q [count × n]` orthonormal (modified Gram–Schmidt) and returns their
 * lengths before normalization.
 */
function orthonormalize(q: Float64Array, count: number, n: number): readonly number[] {
  return Array.from({ length: count }, (_, k) => {
    for (let j = 0; j < k; j += 1) {
      let dot = 0;
      for (let i = 0; i < n; i += 1) dot += (q[k * n + i] ?? 0) * (q[j * n + i] ?? 0);
      for (let i = 0; i < n; i += 1) {
        q[k * n + i] = (q[k * n + i] ?? 0) - dot * (q[j * n + i] ?? 0);
      }
    }
    let square = 0;
    for (let i = 0; i < n; i += 1) square += (q[k * n + i] ?? 0) ** 2;
    const length = Math.sqrt(square);
    if (length > 0) for (let i = 0; i < n; i += 1) q[k * n + i] = (q[k * n + i] ?? 0) / length;
    return length;
  });
}

/** The first `count` components of `values [rows × cols]` by orthogonal iteration; zeros if a value is not finite. */
export function principalComponents(
  kernels: Kernels,
  values: Tensor,
  rows: number,
  cols: number,
  count: number,
): PrincipalComponents {
  const mark = kernels.mark();
  const product = kernels.allocate(rows * rows, 'f32');
  kernels.matmulNT(values, values, product, rows, rows, cols);
  const gram = Float64Array.from(kernels.view(product));
  kernels.release(mark);
  let square = 0;
  for (let r = 0; r < rows; r += 1) square += gram[r * rows + r] ?? 0;
  const components = new Float64Array(rows * count);
  if (!Number.isFinite(square)) return { components, share: Number.NaN, square };
  centred(gram, rows);
  let variance = 0;
  for (let r = 0; r < rows; r += 1) variance += gram[r * rows + r] ?? 0;
  // Start from low-frequency waves: for a circle of inputs they are already close to the components.
  const q = Float64Array.from({ length: count * rows }, (_, at) => {
    const [k, r] = [Math.floor(at / rows), at % rows];
    return Math.cos((2 * Math.PI * (r + 0.37) * (1 + k / 2)) / rows + k) + ((r * 7 + k) % 5) / 50;
  });
  const next = new Float64Array(q.length);
  let lengths = orthonormalize(q, count, rows);
  for (let step = 0; step < ITERATIONS; step += 1) {
    next.fill(0);
    for (let k = 0; k < count; k += 1) {
      for (let r = 0; r < rows; r += 1) {
        let sum = 0;
        for (let c = 0; c < rows; c += 1) sum += (gram[r * rows + c] ?? 0) * (q[k * rows + c] ?? 0);
        next[k * rows + r] = sum;
      }
    }
    q.set(next);
    const before = lengths;
    lengths = orthonormalize(q, count, rows);
    if (lengths.every((length, k) => Math.abs(length - (before[k] ?? 0)) <= SETTLED * length))
      break;
  }
  let held = 0;
  lengths.forEach((length, k) => {
    held += length;
    const scale = Math.sqrt(length);
    for (let r = 0; r < rows; r += 1) components[r * count + k] = scale * (q[k * rows + r] ?? 0);
  });
  return { components, share: variance > 0 ? Math.min(1, held / variance) : 1, square };
}
