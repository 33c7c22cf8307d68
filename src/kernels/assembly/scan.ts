/** One pass over a float32 array: counts, extremes and sums of the finite values. */
import { storeMoments } from './results';

@inline
function isFiniteVec(x: v128): v128 {
  return f32x4.le(f32x4.abs(x), f32x4.splat(f32.MAX_VALUE));
}

@inline
function lanes(x: v128): i32 {
  return (
    i32x4.extract_lane(x, 0) +
    i32x4.extract_lane(x, 1) +
    i32x4.extract_lane(x, 2) +
    i32x4.extract_lane(x, 3)
  );
}

@inline
function sum2(a: v128, b: v128): f64 {
  const both = f64x2.add(a, b);
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
}

@inline
function least4(x: v128): f32 {
  const pairs = f32x4.pmin(x, v128.shuffle<i64>(x, x, 1, 0));
  return min(f32x4.extract_lane(pairs, 0), f32x4.extract_lane(pairs, 1));
}

/** The last values, padded with NaN, which is not counted. */
const PART = memory.data(16, 16);

function firstFinite(at: usize, end: usize): f32 {
  for (; at < end; at += 4) {
    const x = load<f32>(at);
    if (isFinite(x)) return x;
  }
  return 0;
}

export function scan32(at: usize, length: i32, low: f32, high: f32): void {
  const whole = at + (<usize>(length & ~3) << 2);
  const end = at + (<usize>length << 2);
  const shift = firstFinite(at, end);
  const shift4 = f32x4.splat(shift);
  const shift2 = f64x2.splat(shift);
  const lowest = f32x4.splat(low);
  const highest = f32x4.splat(high);
  let least = f32x4.splat(Infinity);
  let most = f32x4.splat(-Infinity);
  let finite = i32x4.splat(0);
  let zeros = finite;
  let beyond = finite;
  let sumA = finite;
  let sumB = finite;
  let squaresA = finite;
  let squaresB = finite;
  if (whole < end) {
    v128.store(PART, f32x4.splat(NaN));
    memory.copy(PART, whole, end - whole);
  }
  while (at < end) {
    const x = v128.load(at < whole ? at : PART);
    at += 16;
    const fine = isFiniteVec(x);
    finite = i32x4.sub(finite, fine);
    zeros = i32x4.sub(zeros, f32x4.eq(x, i32x4.splat(0)));
    const outside = v128.or(f32x4.lt(x, lowest), f32x4.gt(x, highest));
    beyond = i32x4.sub(beyond, v128.and(outside, fine));
    const kept = v128.bitselect(x, shift4, fine);
    least = f32x4.pmin(least, kept);
    most = f32x4.pmax(most, kept);
    const a = f64x2.sub(f64x2.promote_low_f32x4(kept), shift2);
    const high2 = v128.shuffle<i64>(kept, kept, 1, 1);
    const b = f64x2.sub(f64x2.promote_low_f32x4(high2), shift2);
    sumA = f64x2.add(sumA, a);
    sumB = f64x2.add(sumB, b);
    squaresA = f64x2.add(squaresA, f64x2.mul(a, a));
    squaresB = f64x2.add(squaresB, f64x2.mul(b, b));
  }
  storeMoments(
    lanes(finite),
    lanes(zeros),
    lanes(beyond),
    least4(least),
    -least4(f32x4.neg(most)),
    shift,
    sum2(sumA, sumB),
    sum2(squaresA, squaresB),
    1,
  );
}
