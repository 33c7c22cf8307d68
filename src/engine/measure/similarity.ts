/**
 * Mean cosine of two different rows of `values [rows × cols]`, over all pairs: with u the rows at length 1,
 * `(|Σu|² − rows) / (rows · (rows − 1))`. Rows of nothing but zeros have no direction and are left out; NaN where a value
 * is not finite or fewer than two rows are left.
 */
export function meanCosine(values: Float32Array | Float64Array, rows: number): number {
  const cols = values.length / rows;
  const sums = new Float64Array(cols);
  let directions = 0;
  for (let from = 0; from < values.length; from += cols) {
    // In float64 the square of the largest float32 is finite; of values beyond 1e154 it is not, of those under 1e−162 it is 0.
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

/** From the sum of the rows at length 1 and how many there were. */
export function cosineOf(sums: Float64Array, directions: number): number {
  if (directions < 2) return Number.NaN;
  const square = sums.reduce((total, sum) => total + sum * sum, 0);
  return (square - directions) / (directions * (directions - 1));
}
