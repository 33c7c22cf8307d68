/**
 * Counting into bins. Values are converted to table addresses four at a time; the addresses of a block are stored and
 * then counted one by one. Each table has two copies, for even and odd indices of the array, so that a count in a run
 * of equal values does not wait for the previous store.
 */

export const MAX_BINS: i32 = 4096;
/** Entries of a table: below the domain, one per bin, above it, and not finite. */
const PLACES: i32 = MAX_BINS + 8;
export const OWN = memory.data(2 * PLACES * 4, 64);
export const SHARED = memory.data(2 * PLACES * 4, 64);
/** Half octaves: twice the exponent field, plus 1 from √2 on. Field 0 holds zeros and subnormals. */
const FIELDS: i32 = 512;
export const OCTAVES = memory.data(2 * FIELDS * 4, 64);

/** Values per block, and the addresses of their counts, 16 bits each. */
const BLOCK: i32 = 256;
const OWN_AT = memory.data(BLOCK * 2, 64);
const SHARED_AT = memory.data(BLOCK * 2, 64);
const OCTAVE_AT = memory.data(BLOCK * 2, 64);

/**
 * Offsets of the parameters of a domain, each stored in four equal lanes: the bin of x is
 * `offset + ⌊(x − anchor) · scale + part⌋`. The anchor is 0 if the domain contains it, so that tiny values stay on
 * their side of 0.
 */
const LO: usize = 0;
const HI: usize = 16;
const ANCHOR: usize = 32;
const SCALE: usize = 48;
const PART_OF_BIN: usize = 64;
const FIRST: usize = 80;
const LAST: usize = 96;
const OFFSET: usize = 112;
export const OWN_DOMAIN = memory.data(128, 16);
export const SHARED_DOMAIN = memory.data(128, 16);

export function setDomain(domain: usize, lo: f64, hi: f64, bins: i32, anchored: bool): void {
  const scale: f64 = hi > lo ? <f64>bins / (hi - lo) : 0;
  const zero = anchored && lo <= 0 && hi >= 0 ? -lo * scale : 0;
  const offset = Math.floor(zero);
  v128.store(domain, f32x4.splat(<f32>lo), LO);
  v128.store(domain, f32x4.splat(<f32>hi), HI);
  v128.store(domain, f32x4.splat(anchored && lo <= 0 && hi >= 0 ? 0 : <f32>lo), ANCHOR);
  v128.store(domain, f32x4.splat(<f32>scale), SCALE);
  v128.store(domain, f32x4.splat(<f32>(zero - offset)), PART_OF_BIN);
  v128.store(domain, f32x4.splat(<f32>-offset), FIRST);
  v128.store(domain, f32x4.splat(<f32>(<f64>(bins - 1) - offset)), LAST);
  v128.store(domain, i32x4.splat(<i32>offset + 1), OFFSET);
}

/** Whether float32 can represent the width and the scale of this domain, with up to 4096 bins. */
export function isOrdinary(lo: f64, hi: f64): bool {
  return hi == lo || (hi - lo < 1e37 && hi - lo > 1e-30);
}

/** Sets all counts to zero. */
export function clear(): void {
  memory.fill(OWN, 0, 2 * PLACES * 4);
  memory.fill(SHARED, 0, 2 * PLACES * 4);
  memory.fill(OCTAVES, 0, 2 * FIELDS * 4);
}

/** Adds the second copy of each table to the first. */
export function fold(sharedBins: i32, ownBins: i32): void {
  foldTable(SHARED, PLACES * 4, sharedBins + 4);
  foldTable(OWN, PLACES * 4, ownBins + 4);
  foldTable(OCTAVES, FIELDS * 4, FIELDS);
}

function foldTable(table: usize, stride: usize, length: i32): void {
  const end = table + (<usize>length << 2);
  for (let at = table; at < end; at += 16) {
    v128.store(at, i32x4.add(v128.load(at), v128.load(at + stride)));
  }
}

@inline
function truncate(x: v128): v128 {
  // The arguments are in range, or the results are masked out later.
  if (ASC_FEATURE_RELAXED_SIMD) return i32x4.relaxed_trunc_f32x4_s(x);
  return i32x4.trunc_sat_f32x4_s(x);
}

@inline
function isFiniteVec(x: v128): v128 {
  return f32x4.le(f32x4.abs(x), f32x4.splat(f32.MAX_VALUE));
}

/** Index in OWN, whose domain contains every finite value; 0 for non-finite values. */
@inline
function ownPlace(x: v128, fine: v128): v128 {
  const distance = f32x4.sub(x, v128.load(OWN_DOMAIN, ANCHOR));
  const bin = f32x4.mul(distance, v128.load(OWN_DOMAIN, SCALE));
  const inside = truncate(f32x4.pmin(bin, v128.load(OWN_DOMAIN, LAST)));
  return v128.and(i32x4.add(inside, v128.load(OWN_DOMAIN, OFFSET)), fine);
}

/** Index in SHARED: 0 below the domain, `bins + 1` above it, `MAX_BINS + 2` for non-finite values. */
@inline
function sharedPlace(x: v128, fine: v128): v128 {
  const distance = f32x4.sub(x, v128.load(SHARED_DOMAIN, ANCHOR));
  const scaled = f32x4.mul(distance, v128.load(SHARED_DOMAIN, SCALE));
  let bin = f32x4.floor(f32x4.add(scaled, v128.load(SHARED_DOMAIN, PART_OF_BIN)));
  bin = f32x4.pmin(f32x4.pmax(bin, v128.load(SHARED_DOMAIN, FIRST)), v128.load(SHARED_DOMAIN, LAST));
  const inside = i32x4.add(truncate(bin), v128.load(SHARED_DOMAIN, OFFSET));
  const above = v128.andnot(inside, f32x4.lt(x, v128.load(SHARED_DOMAIN, LO)));
  // Comparisons are −1 where they are true.
  const place = i32x4.sub(above, f32x4.gt(x, v128.load(SHARED_DOMAIN, HI)));
  return v128.bitselect(place, i32x4.splat(MAX_BINS + 2), fine);
}

const HALF_OCTAVE = memory.data<i32>([0x7fffff, 0x3504f3, 0x1fe]);

/** Index of the half octave in OCTAVES: the upper one from the significand bits of √2 on. */
@inline
function octaveOf(x: v128): v128 {
  const bits = v128.and(x, v128.load32_splat(HALF_OCTAVE));
  const upper = i32x4.gt_s(bits, v128.load32_splat(HALF_OCTAVE + 4));
  const field = v128.and(i32x4.shr_u(x, 22), v128.load32_splat(HALF_OCTAVE + 8));
  return i32x4.sub(field, upper);
}

/** Stores eight indices as eight byte offsets. */
@inline
function keep(at: usize, low: v128, high: v128): void {
  v128.store(at, i16x8.shl(i16x8.narrow_i32x4_u(low, high), 2));
}

/** First step for a block: finds the indices of `count` values, a multiple of 8. */
@inline
function find(from: usize, count: i32, whole: bool): void {
  const end = <usize>count << 1;
  for (let i: usize = 0; i < end; i += 16) {
    const x = v128.load(from);
    const y = v128.load(from, 16);
    const fineX = isFiniteVec(x);
    const fineY = isFiniteVec(y);
    keep(SHARED_AT + i, sharedPlace(x, fineX), sharedPlace(y, fineY));
    if (whole) {
      keep(OWN_AT + i, ownPlace(x, fineX), ownPlace(y, fineY));
      keep(OCTAVE_AT + i, octaveOf(x), octaveOf(y));
    }
    from += 32;
  }
}

/** Second step: adds 1 at each index. Tables are immediate offsets, which saves an addition for each. */
@inline
function count(values: i32, whole: bool): void {
  const end = <usize>values << 1;
  for (let i: usize = 0; i < end; i += 4) {
    let at: usize = load<u16>(i, SHARED_AT);
    store<u32>(at, load<u32>(at, SHARED) + 1, SHARED);
    at = load<u16>(i, SHARED_AT + 2);
    store<u32>(at, load<u32>(at, SHARED + PLACES * 4) + 1, SHARED + PLACES * 4);
    if (whole) {
      at = load<u16>(i, OWN_AT);
      store<u32>(at, load<u32>(at, OWN) + 1, OWN);
      at = load<u16>(i, OWN_AT + 2);
      store<u32>(at, load<u32>(at, OWN + PLACES * 4) + 1, OWN + PLACES * 4);
      at = load<u16>(i, OCTAVE_AT);
      store<u32>(at, load<u32>(at, OCTAVES) + 1, OCTAVES);
      at = load<u16>(i, OCTAVE_AT + 2);
      store<u32>(at, load<u32>(at, OCTAVES + FIELDS * 4) + 1, OCTAVES + FIELDS * 4);
    }
  }
}

/** The last values, padded with NaN, which is counted in an entry that is never read. */
const PART = memory.data(32, 16);

@inline
function countAll(at: usize, length: i32, whole: bool): void {
  const vectors = length & ~7;
  for (let i = 0; i < vectors; i += BLOCK) {
    const values = min(BLOCK, vectors - i);
    find(at + (<usize>i << 2), values, whole);
    count(values, whole);
  }
}

/** Counts `length` float32 values (rounded down to a multiple of 8) into all three tables. */
export function countThree(at: usize, length: i32): void {
  countAll(at, length, true);
}

/** The same, into SHARED only. */
export function countShared(at: usize, length: i32): void {
  countAll(at, length, false);
}

/** Copies the values after the last multiple of 8 into PART, padded with NaN; returns its address. */
export function padded(at: usize, length: i32): usize {
  v128.store(PART, f32x4.splat(NaN));
  v128.store(PART, f32x4.splat(NaN), 16);
  memory.copy(PART, at + (<usize>(length & ~7) << 2), <usize>(length & 7) << 2);
  return PART;
}
