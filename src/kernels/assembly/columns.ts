/** Sums over the columns of float32 `[rows × cols]`, in float64, from the first row to the last. */

/**
 * Returns `Σ (x − first row)²` over all elements, and writes `Σ (x − first row)` of each column into `sums`.
 * Subtracting the first row preserves small variations around a large mean.
 */
export function deviations(values: usize, sums: usize, rows: i32, cols: i32): f64 {
  memory.fill(sums, 0, (<usize>cols) << 3);
  const whole = cols & ~3;
  let low = f64x2.splat(0);
  let high = low;
  let rest: f64 = 0;
  let x = values + ((<usize>cols) << 2);
  for (let row = 1; row < rows; row++) {
    let first = values;
    let to = sums;
    for (let col = 0; col < whole; col += 4) {
      const a = v128.load(x);
      const b = v128.load(first);
      const d = f64x2.sub(f64x2.promote_low_f32x4(a), f64x2.promote_low_f32x4(b));
      const e = f64x2.sub(promoteHigh(a), promoteHigh(b));
      v128.store(to, f64x2.add(v128.load(to), d));
      v128.store(to, f64x2.add(v128.load(to, 16), e), 16);
      low = f64x2.add(low, f64x2.mul(d, d));
      high = f64x2.add(high, f64x2.mul(e, e));
      x += 16;
      first += 16;
      to += 32;
    }
    for (let col = whole; col < cols; col++) {
      const d = <f64>load<f32>(x) - <f64>load<f32>(first);
      store<f64>(to, load<f64>(to) + d);
      rest += d * d;
      x += 4;
      first += 4;
      to += 8;
    }
  }
  const both = f64x2.add(low, high);
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1) + rest;
}

/**
 * Sums the rows, scaled to length 1, into `sums`; returns how many of them are non-zero. A row that is not finite makes
 * every sum NaN. The square of a float32 never overflows or underflows in float64.
 */
export function directions(values: usize, sums: usize, rows: i32, cols: i32): i32 {
  memory.fill(sums, 0, (<usize>cols) << 3);
  const whole = cols & ~3;
  const line = (<usize>cols) << 2;
  let count = 0;
  for (let row = 0; row < rows; row++) {
    let low = f64x2.splat(0);
    let high = low;
    let square: f64 = 0;
    let x = values;
    for (let col = 0; col < whole; col += 4) {
      const a = v128.load(x);
      const d = f64x2.promote_low_f32x4(a);
      const e = promoteHigh(a);
      low = f64x2.add(low, f64x2.mul(d, d));
      high = f64x2.add(high, f64x2.mul(e, e));
      x += 16;
    }
    for (let col = whole; col < cols; col++) {
      const d = <f64>load<f32>(x);
      square += d * d;
      x += 4;
    }
    const both = f64x2.add(low, high);
    square += f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
    if (square == 0) {
      values += line;
      continue;
    }
    count++;
    // NaN for a row that is not finite, which makes every sum NaN.
    const scale = square < Infinity ? 1 / Math.sqrt(square) : NaN;
    const factor = f64x2.splat(scale);
    let to = sums;
    for (let col = 0; col < whole; col += 4) {
      const a = v128.load(values);
      v128.store(to, f64x2.add(v128.load(to), f64x2.mul(f64x2.promote_low_f32x4(a), factor)));
      v128.store(to, f64x2.add(v128.load(to, 16), f64x2.mul(promoteHigh(a), factor)), 16);
      values += 16;
      to += 32;
    }
    for (let col = whole; col < cols; col++) {
      store<f64>(to, load<f64>(to) + <f64>load<f32>(values) * scale);
      values += 4;
      to += 8;
    }
  }
  return count;
}

/** Writes `Σ x²` of each column into `sums`. */
export function squares(x: usize, sums: usize, rows: i32, cols: i32): void {
  memory.fill(sums, 0, (<usize>cols) << 3);
  const whole = cols & ~3;
  for (let row = 0; row < rows; row++) {
    let to = sums;
    for (let col = 0; col < whole; col += 4) {
      const a = v128.load(x);
      const d = f64x2.promote_low_f32x4(a);
      const e = promoteHigh(a);
      v128.store(to, f64x2.add(v128.load(to), f64x2.mul(d, d)));
      v128.store(to, f64x2.add(v128.load(to, 16), f64x2.mul(e, e)), 16);
      x += 16;
      to += 32;
    }
    for (let col = whole; col < cols; col++) {
      const d = <f64>load<f32>(x);
      store<f64>(to, load<f64>(to) + d * d);
      x += 4;
      to += 8;
    }
  }
}

@inline
function promoteHigh(x: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i64>(x, x, 1, 1));
}
