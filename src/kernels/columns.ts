/** Reference implementation of results from the column sums of `[rows × cols]`. */

type Values = Float32Array | Float64Array;

/** The root of the mean variance, from `Σ (x − first row)` per column and `Σ (x − first row)²` over all. */
export function spreadOf(sums: Float64Array, squares: number, rows: number): number {
  const cols = sums.length;
  const means = sums.reduce((total, sum) => total + (sum / rows) ** 2, 0);
  return Math.sqrt(Math.max(0, squares / (rows * cols) - means / cols));
}

export function spreadBetweenRows(values: Values, cols: number): number {
  const rows = values.length / cols;
  const sums = new Float64Array(cols);
  let squares = 0;
  for (let row = 1; row < rows; row += 1) {
    for (let col = 0; col < cols; col += 1) {
      const d = (values[row * cols + col] ?? 0) - (values[col] ?? 0);
      sums[col] = (sums[col] ?? 0) + d;
      squares += d * d;
    }
  }
  return spreadOf(sums, squares, rows);
}

export function columnSquares(values: Values, cols: number): Float64Array {
  const sums = new Float64Array(cols);
  for (let at = 0; at < values.length; at += 1) {
    const col = at % cols;
    sums[col] = (sums[col] ?? 0) + (values[at] ?? 0) ** 2;
  }
  return sums;
}
