/** Single passes over float32 arrays: biases, sums, updates, rounding. */
import { splat } from './math';

/** `values[r, c] += bias[c]`. */
export function addBias(values: usize, bias: usize, rows: i32, cols: i32): void {
  const whole = cols & ~3;
  for (let r = 0; r < rows; r++) {
    let b = bias;
    for (let c = 0; c < whole; c += 4) {
      v128.store(values, f32x4.add(v128.load(values), v128.load(b)));
      values += 16;
      b += 16;
    }
    for (let c = whole; c < cols; c++) {
      store<f32>(values, load<f32>(values) + load<f32>(b));
      values += 4;
      b += 4;
    }
  }
}

/** `out[c] = Σ_r values[r, c]`, each column from the first row to the last. */
export function sumRows(values: usize, out: usize, rows: i32, cols: i32): void {
  memory.fill(out, 0, <usize>cols << 2);
  const whole = cols & ~3;
  for (let r = 0; r < rows; r++) {
    let to = out;
    for (let c = 0; c < whole; c += 4) {
      v128.store(to, f32x4.add(v128.load(to), v128.load(values)));
      values += 16;
      to += 16;
    }
    for (let c = whole; c < cols; c++) {
      store<f32>(to, load<f32>(to) + load<f32>(values));
      values += 4;
      to += 4;
    }
  }
}

export function scale(values: usize, length: i32, factor: f32): void {
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) {
    v128.store(values, f32x4.mul(v128.load(values), splat(factor)));
    values += 16;
  }
  for (let i = whole; i < length; i++) {
    store<f32>(values, load<f32>(values) * factor);
    values += 4;
  }
}

/** Gradient descent: `w ← w − rate · g`. */
export function step(weights: usize, gradient: usize, length: i32, rate: f32): void {
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) {
    const change = f32x4.mul(splat(rate), v128.load(gradient));
    v128.store(weights, f32x4.sub(v128.load(weights), change));
    weights += 16;
    gradient += 16;
  }
  for (let i = whole; i < length; i++) {
    store<f32>(weights, load<f32>(weights) - rate * load<f32>(gradient));
    weights += 4;
    gradient += 4;
  }
}

/** Gradient descent with momentum: `v ← momentum · v + g; w ← w − rate · v`. */
export function descend(
  weights: usize,
  gradient: usize,
  velocity: usize,
  length: i32,
  rate: f32,
  momentum: f32,
): void {
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) {
    const v = f32x4.add(f32x4.mul(splat(momentum), v128.load(velocity)), v128.load(gradient));
    v128.store(velocity, v);
    v128.store(weights, f32x4.sub(v128.load(weights), f32x4.mul(splat(rate), v)));
    weights += 16;
    gradient += 16;
    velocity += 16;
  }
  for (let i = whole; i < length; i++) {
    const v = momentum * load<f32>(velocity) + load<f32>(gradient);
    store<f32>(velocity, v);
    store<f32>(weights, load<f32>(weights) - rate * v);
    weights += 4;
    gradient += 4;
    velocity += 4;
  }
}

/** Rounds to bfloat16, nearest with ties to even: adds half of the last kept place, then truncates. */
export function roundBfloat16(values: usize, length: i32): void {
  for (let i = 0; i < length; i++) {
    const bits = load<u32>(values);
    if ((bits & 0x7fffffff) <= 0x7f800000) {
      const up = 0x7fff + ((bits >> 16) & 1);
      store<u32>(values, (bits + up) & 0xffff0000);
    }
    values += 4;
  }
}

/** Rounds to float16: the same with 13 bits, then subnormals on their coarser grid, then overflow. */
export function roundFloat16(values: usize, length: i32): void {
  for (let i = 0; i < length; i++) {
    const x = load<f32>(values);
    const bits = reinterpret<u32>(x);
    const magnitude = bits & 0x7fffffff;
    if (magnitude < 0x38800000) {
      // Below 2⁻¹⁴ the grid is 2⁻²⁴: adding and subtracting 1.5 · 2⁻¹ rounds to it.
      const a = reinterpret<f32>(magnitude);
      const rounded = a + <f32>0.75 - <f32>0.75;
      store<u32>(values, reinterpret<u32>(rounded) | (bits & 0x80000000));
    } else if (magnitude <= 0x7f800000) {
      let r = (magnitude + 0x0fff + ((magnitude >> 13) & 1)) & 0xffffe000;
      if (r > 0x477fe000) r = 0x7f800000;
      store<u32>(values, r | (bits & 0x80000000));
    }
    values += 4;
  }
}
