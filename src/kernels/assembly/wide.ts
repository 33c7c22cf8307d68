/** float64 arrays, and domains that are out of range for float32 arithmetic: one value at a time, in float64. */
import { increment, storeMoments } from './results';

/** Half octaves of float64, indexed by the exponent field as in bins.ts. */
const FIELDS: i32 = 4096;
export const OCTAVES64 = memory.data(FIELDS * 4, 64);
/** Half octaves of the subnormals: of float32 from 2⁻¹⁴⁹ on, of float64 from 2⁻¹⁰⁷⁴ on. */
export const SUBNORMALS = memory.data(104 * 4, 16);

/** A power of two that scales `size` to near 1, so that squares stay within the range of float64. */
function factorOf(size: f64): f64 {
  const field = <i32>(reinterpret<u64>(size) >> 52) & 0x7ff;
  return reinterpret<f64>(<u64>(2046 - min(max(field, 1), 2045)) << 52);
}

/**
 * Counts an array into equal bins over `[lo, hi]` at `to`, which starts with the values below and ends with those
 * above. Bins are computed relative to 0 if the domain contains it, as in bins.ts.
 */
export function countScalar<T extends number>(
  from: usize,
  length: i32,
  lo: f64,
  hi: f64,
  bins: i32,
  to: usize,
): void {
  const factor = factorOf(hi - lo);
  const scale: f64 = hi > lo ? <f64>bins / (hi * factor - lo * factor) : 0;
  const anchor: f64 = lo <= 0 && hi >= 0 ? 0 : lo * factor;
  const zero = (anchor - lo * factor) * scale;
  const offset = Math.floor(zero);
  const first = <i32>offset + 1;
  memory.fill(to, 0, <usize>(bins + 2) << 2);
  for (let i = 0; i < length; i++) {
    const x = <f64>load<T>(from);
    from += sizeof<T>();
    if (!isFinite(x)) continue;
    let place = 0;
    if (x > hi) place = bins + 1;
    else if (x >= lo) {
      const bin = <i32>Math.floor((x * factor - anchor) * scale + (zero - offset));
      place = max(1, min(bins, bin + first));
    }
    increment(to, place);
  }
}

/** Index of the half octave of x: twice the exponent field, plus 1 from √2 on. */
@inline
function octaveOf(x: f64): i32 {
  const bits = reinterpret<u64>(x);
  const upper = <i32>((bits & 0xfffffffffffff) >= 0x6a09e667f3bcd);
  return (<i32>(bits >> 51) & 0xffe) + upper;
}

/** Counts a subnormal of either type, whose value is its bits times the smallest subnormal. */
@inline
function countSubnormal(magnitude: u64): void {
  if (magnitude > 0) increment(SUBNORMALS, octaveOf(<f64>magnitude) - 2 * 1023);
}

export function countSubnormals32(from: usize, length: i32): void {
  memory.fill(SUBNORMALS, 0, 104 * 4);
  for (let i = 0; i < length; i++) {
    const magnitude = load<u32>(from) & 0x7fffffff;
    from += 4;
    if (magnitude < 0x00800000) countSubnormal(magnitude);
  }
}

export function countOctaves64(from: usize, length: i32): void {
  memory.fill(SUBNORMALS, 0, 104 * 4);
  memory.fill(OCTAVES64, 0, FIELDS * 4);
  for (let i = 0; i < length; i++) {
    const x = load<f64>(from);
    from += 8;
    const magnitude = reinterpret<u64>(x) & 0x7fffffffffffffff;
    if (magnitude < 0x0010000000000000) countSubnormal(magnitude);
    else increment(OCTAVES64, octaveOf(x));
  }
}

/** The same as scan32 for a float64 array; values are scaled to near 1 before they are squared. */
export function scan64(from: usize, length: i32, low: f64, high: f64): void {
  let finite = 0;
  let zeros = 0;
  let beyond = 0;
  let least: f64 = Infinity;
  let most: f64 = -Infinity;
  let first: f64 = 0;
  for (let i = 0; i < length; i++) {
    const x = load<f64>(from + (<usize>i << 3));
    if (!isFinite(x)) continue;
    if (finite == 0) first = x;
    finite++;
    zeros += <i32>(x == 0);
    beyond += <i32>(x < low || x > high);
    least = min(least, x);
    most = max(most, x);
  }
  const factor = factorOf(max(abs(least), abs(most)));
  const shift = first * factor;
  let sum: f64 = 0;
  let squares: f64 = 0;
  for (let i = 0; i < length; i++) {
    const x = load<f64>(from + (<usize>i << 3));
    if (!isFinite(x)) continue;
    const d = x * factor - shift;
    sum += d;
    squares += d * d;
  }
  storeMoments(finite, zeros, beyond, least, most, shift, sum, squares, factor);
}
