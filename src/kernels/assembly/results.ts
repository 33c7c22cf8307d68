/** Results of a measurement, read by the adapter. */

/** Eight float64 values: finite, zeros, beyond, mean, std, rms, min, max. */
export const RESULT = memory.data(64, 16);

@inline
export function increment(table: usize, index: i32): void {
  const at = table + (<usize>index << 2);
  store<u32>(at, load<u32>(at) + 1);
}

/**
 * Writes mean, std and rms. `sum` and `squares` are Σd and Σd² over the finite values, `d = factor · x − shift`: with
 * one of the values as the shift, there is no cancellation when all of them lie close together.
 */
export function storeMoments(
  finite: i32,
  zeros: i32,
  beyond: i32,
  least: f64,
  most: f64,
  shift: f64,
  sum: f64,
  squares: f64,
  factor: f64,
): void {
  const mean = sum / finite;
  const variance = max(squares / finite - mean * mean, 0);
  const middle = shift + mean;
  store<f64>(RESULT, finite);
  store<f64>(RESULT, zeros, 8);
  store<f64>(RESULT, beyond, 16);
  store<f64>(RESULT, middle / factor, 24);
  store<f64>(RESULT, sqrt(variance) / factor, 32);
  store<f64>(RESULT, sqrt(variance + middle * middle) / factor, 40);
  store<f64>(RESULT, finite == 0 ? NaN : least, 48);
  store<f64>(RESULT, finite == 0 ? NaN : most, 56);
}
