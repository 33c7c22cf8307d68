/** What two passes over an array find; the definitions are in ../measure.ts. */

/**
 * Results for the adapter, doubles: finite, zeros, beyond, mean, std, rms, min, max, then the counts
 * under and over the shared domain.
 */
const RESULT = memory.data(80, 16);
/** Half octaves of float32: 2 · (127 + 149) under 2⁰ and what is over it. */
const OCTAVES = memory.data(554 * 4, 16);
const MOST_BINS: i32 = 8192;
const OWN = memory.data(MOST_BINS * 4, 64);
const SHARED = memory.data(MOST_BINS * 4, 64);

/** Half octave 0 begins at 2⁻¹⁴⁹, and exponent field 1 is 2⁻¹²⁶, 23 octaves higher. */
const NORMAL_OFFSET: i32 = 2 * (23 - 1);
/** The significand bits of √2, rounded up: from here on it is the upper half of the octave. */
const ROOT_BITS: i32 = 0x3504f4;

export function resultAt(): usize {
  return RESULT;
}
export function ownAt(): usize {
  return OWN;
}
export function sharedAt(): usize {
  return SHARED;
}
export function octavesAt(): usize {
  return OCTAVES;
}

@inline
function increment(at: usize): void {
  store<u32>(at, load<u32>(at) + 1);
}

@inline
function isFinite32(x: f32): bool {
  return (reinterpret<u32>(x) & 0x7f800000) != 0x7f800000;
}

/** Sums of the two lanes. */
@inline
function sum2(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}

/** First pass: counts, extremes and sums over the finite values. */
function scan(at: usize, length: i32, low: f32, high: f32): void {
  const infinity = f32x4.splat(f32.MAX_VALUE);
  const lowest = f32x4.splat(low);
  const highest = f32x4.splat(high);
  let min = f32x4.splat(Infinity);
  let max = f32x4.splat(-Infinity);
  let finite = i32x4.splat(0);
  let zeros = i32x4.splat(0);
  let beyond = i32x4.splat(0);
  let sumA = f64x2.splat(0);
  let sumB = f64x2.splat(0);
  let squaresA = f64x2.splat(0);
  let squaresB = f64x2.splat(0);
  const whole = length & ~3;
  const end = at + (<usize>whole << 2);
  for (; at < end; at += 16) {
    const x = v128.load(at);
    const fine = f32x4.le(f32x4.abs(x), infinity);
    finite = i32x4.sub(finite, fine);
    zeros = i32x4.sub(zeros, f32x4.eq(x, f32x4.splat(0)));
    const outside = v128.or(f32x4.lt(x, lowest), f32x4.gt(x, highest));
    beyond = i32x4.sub(beyond, v128.and(outside, fine));
    min = f32x4.pmin(min, v128.bitselect(x, min, fine));
    max = f32x4.pmax(max, v128.bitselect(x, max, fine));
    const kept = v128.and(x, fine);
    const a = f64x2.promote_low_f32x4(kept);
    const b = f64x2.promote_low_f32x4(v128.shuffle<i64>(kept, kept, 1, 1));
    sumA = f64x2.add(sumA, a);
    sumB = f64x2.add(sumB, b);
    squaresA = f64x2.add(squaresA, f64x2.mul(a, a));
    squaresB = f64x2.add(squaresB, f64x2.mul(b, b));
  }
  let count = lanes(finite);
  let none = lanes(zeros);
  let over = lanes(beyond);
  let sum = sum2(f64x2.add(sumA, sumB));
  let squares = sum2(f64x2.add(squaresA, squaresB));
  let smallest = Mathf.min(
    Mathf.min(f32x4.extract_lane(min, 0), f32x4.extract_lane(min, 1)),
    Mathf.min(f32x4.extract_lane(min, 2), f32x4.extract_lane(min, 3)),
  );
  let greatest = Mathf.max(
    Mathf.max(f32x4.extract_lane(max, 0), f32x4.extract_lane(max, 1)),
    Mathf.max(f32x4.extract_lane(max, 2), f32x4.extract_lane(max, 3)),
  );
  for (let i = whole; i < length; i++) {
    const x = load<f32>(at);
    at += 4;
    if (!isFinite32(x)) continue;
    count++;
    if (x == 0) none++;
    if (x < low || x > high) over++;
    smallest = Mathf.min(smallest, x);
    greatest = Mathf.max(greatest, x);
    sum += <f64>x;
    squares += <f64>x * <f64>x;
  }
  store<f64>(RESULT, count);
  store<f64>(RESULT, none, 8);
  store<f64>(RESULT, over, 16);
  store<f64>(RESULT, sum / count, 24);
  store<f64>(RESULT, Math.sqrt(squares / count), 40);
  store<f64>(RESULT, count == 0 ? NaN : smallest, 48);
  store<f64>(RESULT, count == 0 ? NaN : greatest, 56);
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

/** The half octave of a finite non-zero value, counted from 2⁻¹⁴⁹. */
@inline
function countOctave(bits: u32): void {
  const magnitude = bits & 0x7fffffff;
  let index: i32;
  if (magnitude >= 0x00800000) {
    index = (<i32>(magnitude >> 23) << 1) + NORMAL_OFFSET;
    if (<i32>(magnitude & 0x7fffff) >= ROOT_BITS) index++;
  } else {
    // A subnormal is its bits times 2⁻¹⁴⁹: the conversion to float normalises it.
    const normal = reinterpret<u32>(<f32>magnitude);
    index = (<i32>(normal >> 23) - 127) << 1;
    if (<i32>(normal & 0x7fffff) >= ROOT_BITS) index++;
  }
  increment(OCTAVES + (<usize>index << 2));
}

/**
 * The array at `at`, measured into RESULT, OWN, SHARED and OCTAVES. Bins at most 8192 each.
 */
export function measure(
  at: usize,
  length: i32,
  low: f32,
  high: f32,
  lo: f64,
  hi: f64,
  sharedBins: i32,
  ownBins: i32,
): void {
  scan(at, length, low, high);
  const count = load<f64>(RESULT);
  const mean = load<f64>(RESULT, 24);
  const min64 = load<f64>(RESULT, 48);
  const max64 = load<f64>(RESULT, 56);
  memory.fill(OWN, 0, <usize>ownBins << 2);
  memory.fill(SHARED, 0, <usize>sharedBins << 2);
  memory.fill(OCTAVES, 0, 554 * 4);
  const ownScale: f64 = max64 > min64 ? <f64>ownBins / (max64 - min64) : 0;
  const sharedScale: f64 = <f64>sharedBins / (hi - lo);
  const lastOwn = ownBins - 1;
  const lastShared = sharedBins - 1;
  let below: i32 = 0;
  let above: i32 = 0;
  let deviations: f64 = 0;
  const all = count == <f64>length;
  for (let i = 0; i < length; i++) {
    const x = load<f32>(at);
    at += 4;
    if (!all && !isFinite32(x)) continue;
    const d = <f64>x;
    deviations += (d - mean) * (d - mean);
    increment(OWN + (<usize>min(<i32>((d - min64) * ownScale), lastOwn) << 2));
    if (d < lo) below++;
    else if (d > hi) above++;
    else increment(SHARED + (<usize>min(<i32>((d - lo) * sharedScale), lastShared) << 2));
    if (x != 0) countOctave(reinterpret<u32>(x));
  }
  store<f64>(RESULT, Math.sqrt(deviations / count), 32);
  store<f64>(RESULT, below, 64);
  store<f64>(RESULT, above, 72);
}

/** Equal bins over `[lo, hi]` into SHARED; what is under and over goes to RESULT. */
export function histogram(at: usize, length: i32, lo: f64, hi: f64, bins: i32): void {
  memory.fill(SHARED, 0, <usize>bins << 2);
  const scale: f64 = <f64>bins / (hi - lo);
  let below: i32 = 0;
  let above: i32 = 0;
  for (let i = 0; i < length; i++) {
    const x = load<f32>(at);
    at += 4;
    if (!isFinite32(x)) continue;
    const d = <f64>x;
    if (d < lo) below++;
    else if (d > hi) above++;
    else increment(SHARED + (<usize>min(<i32>((d - lo) * scale), bins - 1) << 2));
  }
  store<f64>(RESULT, below, 64);
  store<f64>(RESULT, above, 72);
}
