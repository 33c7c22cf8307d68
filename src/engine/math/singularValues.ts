/**
 * Singular values by one-sided Jacobi rotations (Hestenes 1958): slower than a library's method for large
 * matrices, but small values are as accurate as large ones when the columns differ only in scale
 * (Demmel and Veselić 1992), which a product of many layers needs.
 */

const SWEEPS = 30;
/** Columns whose cosine is below this count as orthogonal and are not rotated. */
const RIGHT = 1e-12;
/** A column that shrinks below this share of its original length is only rounding error and is set to 0. */
const LOST = 1e-13;

/**
 * Rotates the columns of a matrix until they are orthogonal: `A V = U Σ`.
 * @param columns one after the other, `[cols × rows]`; replaced in place by `σ_j u_j`, in descending order of σ_j
 * @returns the singular values in descending order; NaN if a number is not finite
 */
export function orthogonalizeColumns(
  columns: Float64Array,
  rows: number,
  cols: number,
): Float64Array<ArrayBuffer> {
  const order = Array.from({ length: cols }, (_, j) => columns.slice(j * rows, (j + 1) * rows));
  const square = (a: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < rows; i += 1) sum += (a[i] ?? 0) ** 2;
    return sum;
  };
  // Sorting by descending length takes fewer sweeps.
  order.sort((a, b) => square(b) - square(a));
  const lost = order.map((column) => LOST ** 2 * square(column));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let turned = false;
    for (let p = 0; p < cols - 1; p += 1) {
      for (let q = p + 1; q < cols; q += 1) {
        const [a, b] = [order[p], order[q]];
        if (a === undefined || b === undefined) continue;
        let [aa, bb, ab] = [0, 0, 0];
        for (let i = 0; i < rows; i += 1) {
          const [x, y] = [a[i] ?? 0, b[i] ?? 0];
          aa += x * x;
          bb += y * y;
          ab += x * y;
        }
        if (bb <= (lost[q] ?? 0)) b.fill(0);
        if (aa <= (lost[p] ?? 0)) a.fill(0);
        if (!(Math.abs(ab) > RIGHT * Math.sqrt(aa) * Math.sqrt(bb))) continue;
        if (bb <= (lost[q] ?? 0) || aa <= (lost[p] ?? 0)) continue;
        turned = true;
        const zeta = (bb - aa) / (2 * ab);
        const t = Math.sign(zeta || 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const cos = 1 / Math.sqrt(1 + t * t);
        const sin = cos * t;
        for (let i = 0; i < rows; i += 1) {
          const [x, y] = [a[i] ?? 0, b[i] ?? 0];
          a[i] = cos * x - sin * y;
          b[i] = sin * x + cos * y;
        }
      }
    }
    if (!turned) break;
  }
  order.sort((a, b) => square(b) - square(a));
  order.forEach((column, j) => columns.set(column, j * rows));
  return Float64Array.from(order, (column) => Math.sqrt(square(column)));
}
