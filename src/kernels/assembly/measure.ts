/** What two passes over an array find; the definitions are in ../measure.ts. */

/**
 * Results for the adapter, doubles: finite, zeros, beyond, mean, std, rms, min, max, then the counts
 * under and over the shared domain.
 */
const RESULT = memory.data(80, 16);
/**
 * Two counts of everything: neighbours in the array go to different ones, so that a run of equal values
 * does not wait for its own last store.
 */
const MOST_BINS: i32 = 4096;
const OWN = memory.data(2 * MOST_BINS * 4, 64);
const SHARED = memory.data(2 * MOST_BINS * 4, 64);
/** Half octaves: twice the exponent field, one more from √2 on. Field 0 holds zeros and subnormals. */
const FIELDS: i32 = 512;
const OCTAVES = memory.data(2 * FIELDS * 4, 64);
/** Half octaves of the subnormals, from 2⁻¹⁴⁹ on. */
const SUBNORMALS = memory.data(46 * 4, 16);

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
export function subnormalsAt(): usize {
  return SUBNORMALS;
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

/** Bins in double precision: for domains whose width or scale float32 cannot hold. */
@inline
function isExtreme(lo: f64, hi: f64): bool {
  return !(hi - lo < 1e37) || !(hi - lo > 1e-30);
}

/** One array into `bins` equal bins at `to`, its finite values only; what is outside goes to RESULT. */
function countSlowly(at: usize, length: i32, lo: f64, hi: f64, bins: i32, to: usize): void {
  const scale: f64 = hi > lo ? <f64>bins / (hi - lo) : 0;
  let below: i32 = 0;
  let above: i32 = 0;
  for (let i = 0; i < length; i++) {
    const x = load<f32>(at);
    at += 4;
    if (!isFinite32(x)) continue;
    const d = <f64>x;
    if (d < lo) below++;
    else if (d > hi) above++;
    else increment(to + (<usize>min(<i32>((d - lo) * scale), bins - 1) << 2));
  }
  store<f64>(RESULT, below, 64);
  store<f64>(RESULT, above, 72);
}

@inline
function bump(table: usize, index: i32): void {
  increment(table + (<usize>index << 2));
}

/**
 * Four values into `bins + 2` bins: index 0 is under, the last one over, and a value that is not finite
 * goes to one of them (taken off again by the caller).
 */
@inline
function binOf(x: v128, lo: v128, hi: v128, scale: v128, last: v128): v128 {
  const inside = i32x4.min_s(
    i32x4.trunc_sat_f32x4_s(f32x4.mul(f32x4.sub(x, lo), scale)),
    last,
  );
  const shifted = i32x4.add(inside, i32x4.splat(1));
  const under = v128.andnot(shifted, f32x4.lt(x, lo));
  const over = f32x4.gt(x, hi);
  return v128.bitselect(i32x4.add(last, i32x4.splat(2)), under, over);
}

/** The half octave's index in OCTAVES. */
@inline
function octaveOf(x: v128): v128 {
  const upper = i32x4.gt_s(v128.and(x, i32x4.splat(0x7fffff)), i32x4.splat(ROOT_BITS - 1));
  const field = v128.and(i32x4.shr_u(x, 22), i32x4.splat(0x1fe));
  return i32x4.sub(field, upper);
}

/** Adds the second copy of a table to the first. */
function fold(table: usize, stride: i32, length: i32): void {
  for (let i = 0; i < length; i += 4) {
    const at = table + (<usize>i << 2);
    v128.store(at, i32x4.add(v128.load(at), v128.load(at + (<usize>stride << 2))));
  }
}

/** Subnormals among the values, each to its own half octave. */
function countSubnormals(at: usize, length: i32): void {
  for (let i = 0; i < length; i++) {
    const magnitude = load<u32>(at) & 0x7fffffff;
    at += 4;
    if (magnitude == 0 || magnitude >= 0x00800000) continue;
    // Its value is its bits times 2⁻¹⁴⁹: the conversion to float normalises it.
    const normal = reinterpret<u32>(<f32>magnitude);
    const upper = <i32>(normal & 0x7fffff) >= ROOT_BITS;
    bump(SUBNORMALS, ((<i32>(normal >> 23) - 127) << 1) + <i32>upper);
  }
}

/**
 * The array at `at`, measured into RESULT, OWN, SHARED, OCTAVES and SUBNORMALS; at most 4094 bins. The
 * counts of OWN and SHARED start at index 1; index 0 and the one after the last are not for the reader.
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
  const finite = <i32>load<f64>(RESULT);
  const zeros = <i32>load<f64>(RESULT, 8);
  const mean = load<f64>(RESULT, 24);
  const min64 = load<f64>(RESULT, 48);
  const max64 = load<f64>(RESULT, 56);
  memory.fill(OWN, 0, 2 * MOST_BINS * 4);
  memory.fill(SHARED, 0, <usize>(sharedBins + 8) << 2);
  memory.fill(SHARED + MOST_BINS * 4, 0, <usize>(sharedBins + 8) << 2);
  memory.fill(OCTAVES, 0, 2 * FIELDS * 4);
  memory.fill(SUBNORMALS, 0, 46 * 4);

  const all = finite == length;
  const ownLo = f32x4.splat(<f32>min64);
  const ownHi = f32x4.splat(<f32>max64);
  const ownWidth = max64 - min64;
  const ownScale = f32x4.splat(ownWidth > 0 ? <f32>(<f64>ownBins / ownWidth) : 0);
  const ownLast = i32x4.splat(ownBins - 1);
  const sharedLo = f32x4.splat(<f32>lo);
  const sharedHi = f32x4.splat(<f32>hi);
  const sharedScale = f32x4.splat(<f32>(<f64>sharedBins / (hi - lo)));
  const sharedLast = i32x4.splat(sharedBins - 1);
  const middle = f64x2.splat(mean);
  let deviationsA = f64x2.splat(0);
  let deviationsB = deviationsA;

  let from = at;
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) {
    const x = v128.load(from);
    from += 16;
    if (!all && i32x4.bitmask(f32x4.le(f32x4.abs(x), f32x4.splat(f32.MAX_VALUE))) != 15) {
      for (let k = 0; k < 4; k++) {
        const y = load<f32>(from - 16 + (<usize>k << 2));
        if (isFinite32(y)) deviationsA = f64x2.add(deviationsA, one(y, mean, lo, hi, sharedBins, ownBins));
      }
      continue;
    }
    const own = binOf(x, ownLo, ownHi, ownScale, ownLast);
    const shared = binOf(x, sharedLo, sharedHi, sharedScale, sharedLast);
    const octave = octaveOf(x);
    bump(OWN, i32x4.extract_lane(own, 0));
    bump(OWN + MOST_BINS * 4, i32x4.extract_lane(own, 1));
    bump(SHARED, i32x4.extract_lane(shared, 0));
    bump(SHARED + MOST_BINS * 4, i32x4.extract_lane(shared, 1));
    bump(OCTAVES, i32x4.extract_lane(octave, 0));
    bump(OCTAVES + FIELDS * 4, i32x4.extract_lane(octave, 1));
    bump(OWN, i32x4.extract_lane(own, 2));
    bump(OWN + MOST_BINS * 4, i32x4.extract_lane(own, 3));
    bump(SHARED, i32x4.extract_lane(shared, 2));
    bump(SHARED + MOST_BINS * 4, i32x4.extract_lane(shared, 3));
    bump(OCTAVES, i32x4.extract_lane(octave, 2));
    bump(OCTAVES + FIELDS * 4, i32x4.extract_lane(octave, 3));
    const a = f64x2.sub(f64x2.promote_low_f32x4(x), middle);
    const b = f64x2.sub(f64x2.promote_low_f32x4(v128.shuffle<i64>(x, x, 1, 1)), middle);
    deviationsA = f64x2.add(deviationsA, f64x2.mul(a, a));
    deviationsB = f64x2.add(deviationsB, f64x2.mul(b, b));
  }
  for (let i = whole; i < length; i++) {
    const y = load<f32>(from);
    from += 4;
    if (isFinite32(y)) deviationsA = f64x2.add(deviationsA, one(y, mean, lo, hi, sharedBins, ownBins));
  }
  fold(OWN, MOST_BINS, ownBins + 8);
  fold(SHARED, MOST_BINS, sharedBins + 8);
  fold(OCTAVES, FIELDS, FIELDS);
  store<f64>(RESULT, Math.sqrt(sum2(f64x2.add(deviationsA, deviationsB)) / <f64>finite), 32);
  store<f64>(RESULT, load<u32>(SHARED), 64);
  store<f64>(RESULT, load<u32>(SHARED + (<usize>(sharedBins + 1) << 2)), 72);
  if (<i32>(load<u32>(OCTAVES) + load<u32>(OCTAVES, 4)) > zeros) countSubnormals(at, length);
  if (ownWidth > 0 && isExtreme(min64, max64)) {
    memory.fill(OWN, 0, <usize>(ownBins + 8) << 2);
    const under = load<f64>(RESULT, 64);
    const over = load<f64>(RESULT, 72);
    countSlowly(at, length, min64, max64, ownBins, OWN + 4);
    store<f64>(RESULT, under, 64);
    store<f64>(RESULT, over, 72);
  }
}

/** One finite value into all tables; its squared deviation. */
function one(x: f32, mean: f64, lo: f64, hi: f64, sharedBins: i32, ownBins: i32): v128 {
  const d = <f64>x;
  const min64 = load<f64>(RESULT, 48);
  const width = load<f64>(RESULT, 56) - min64;
  const scale: f64 = width > 0 ? <f64>ownBins / width : 0;
  bump(OWN, min(<i32>((d - min64) * scale), ownBins - 1) + 1);
  if (d < lo) bump(SHARED, 0);
  else if (d > hi) bump(SHARED, sharedBins + 1);
  else bump(SHARED, min(<i32>(((d - lo) * <f64>sharedBins) / (hi - lo)), sharedBins - 1) + 1);
  bump(OCTAVES, i32x4.extract_lane(octaveOf(f32x4.splat(x)), 0));
  return f64x2.replace_lane(f64x2.splat(0), 0, (d - mean) * (d - mean));
}

/** Equal bins over `[lo, hi]` into SHARED from index 1 on; what is under and over goes to RESULT. */
export function histogram(at: usize, length: i32, lo: f64, hi: f64, bins: i32): void {
  memory.fill(SHARED, 0, <usize>(bins + 8) << 2);
  countSlowly(at, length, lo, hi, bins, SHARED + 4);
}
