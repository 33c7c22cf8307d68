/**
 * A Haar-distributed orthonormal matrix as a product of Householder reflections (G. W. Stewart, "The
 * efficient generation of random orthogonal matrices", 1980): with x_k standard normal in n − k
 * dimensions, Q = D H_0 H_1 … H_{n−2}, where H_k reflects x_k onto its first axis and D holds the signs.
 */

/** The reflection vectors, scaled to length √2, one after the other, and the sign of each first component. */
export interface Reflections {
  readonly vectors: Float64Array;
  readonly signs: Float64Array;
}

/** Draw numbers per reflection in n dimensions: n rounded up to a multiple of 8, the block size of the streams. */
export const reflectionStride = (n: number): number => Math.ceil(n / 8) * 8;

/**
 * `count` reflections in n dimensions; vector k has n − k components, starting at draw `k · reflectionStride(n)`.
 * The last one, k = n − 1, is only a sign.
 */
export function drawReflections(
  n: number,
  count: number,
  draw: (counter: number) => number,
): Reflections {
  const vectors = new Float64Array(n * count);
  const signs = new Float64Array(count);
  const stride = reflectionStride(n);
  for (let k = 0; k < count; k += 1) {
    let norm = 0;
    for (let i = k; i < n; i += 1) {
      const x = draw(k * stride + i - k);
      vectors[k * n + i] = x;
      norm += x * x;
    }
    norm = Math.sqrt(norm);
    const head = vectors[k * n + k] ?? 0;
    const sign = head < 0 ? -1 : 1;
    signs[k] = -sign;
    // v = x + sign(x₁)|x| e₁, scaled to length √2, so that H = I − v vᵀ.
    vectors[k * n + k] = head + sign * norm;
    const length = Math.sqrt(norm * (norm + Math.abs(head))) || 1;
    for (let i = k; i < n; i += 1) vectors[k * n + i] = (vectors[k * n + i] ?? 0) / length;
  }
  return { vectors, signs };
}

/** Fills `out [rows × cols]` with `gain ·` orthonormal columns (rows ≥ cols) or rows (rows < cols). */
export function orthogonal(
  out: Float32Array | Float64Array,
  rows: number,
  cols: number,
  draw: (counter: number) => number,
  gain: number,
): void {
  const n = Math.max(rows, cols);
  const count = Math.min(rows, cols);
  const { vectors, signs } = drawReflections(n, count, draw);
  const column = new Float64Array(n);
  for (let j = 0; j < count; j += 1) {
    column.fill(0);
    column[j] = signs[j] ?? 1;
    for (let k = Math.min(j, count - 1); k >= 0; k -= 1) {
      let dot = 0;
      for (let i = k; i < n; i += 1) dot += (vectors[k * n + i] ?? 0) * (column[i] ?? 0);
      for (let i = k; i < n; i += 1) {
        column[i] = (column[i] ?? 0) - dot * (vectors[k * n + i] ?? 0);
      }
    }
    for (let i = 0; i < n; i += 1) {
      const value = gain * (column[i] ?? 0);
      out[rows >= cols ? i * cols + j : j * cols + i] = value;
    }
  }
}
