/**
 * Mean cosine of two different rows of `values [rows × cols]`, over all pairs: with u the rows scaled to length 1,
 * `(|Σu|² − rows) / (rows · (rows − 1))`. Rows of zeros have no direction and are left out; NaN if a value is not
 * finite or fewer than two rows are left.
 */
export function meanCosine(values: Float32Array | Float64Array, rows: number): number {
  const cols = values.length / rows;
  const sums = new Float64Array(cols);
  let directions = 0;
  for (let from = 0; from < values.length; from += cols) {
    // Scale first: in float64 the square of a value above 1e154 is infinite and that of a value below 1e−162 is 0.
    let largest = 0;
    for (let i = from; i < from + cols; i += 1) {
      const size = Math.abs(values[i] ?? 0);
      if (!(size < Infinity)) return Number.NaN;
      if (size > largest) largest = size;
    }
    if (largest === 0) continue;
    let square = 0;
    for (let i = from; i < from + cols; i += 1) square += ((values[i] ?? 0) / largest) ** 2;
    const length = Math.sqrt(square);
    for (let i = 0; i < cols; i += 1) {
      sums[i] = (sums[i] ?? 0) + (values[from + i] ?? 0) / largest / length;
    }
    directions += 1;
  }
  return cosineOf(sums, directions);
}

/** The mean cosine from the sum of the unit vectors and their number; NaN for fewer than two. */
export function cosineOf(sums: Float64Array, directions: number): number {
  if (directions < 2) return Number.NaN;
  const square = sums.reduce((total, sum) => total + sum * sum, 0);
  return (square - directions) / (directions * (directions - 1));
}
