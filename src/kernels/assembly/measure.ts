/** Measurements of an array; the definitions are in ../measure.ts. */
import {
  OCTAVES,
  OWN,
  OWN_DOMAIN,
  SHARED,
  SHARED_DOMAIN,
  clear,
  countShared,
  countThree,
  fold,
  isOrdinary,
  padded,
  setDomain,
} from './bins';
import { RESULT } from './results';
import { scan32 } from './scan';
import { OCTAVES64, SUBNORMALS, countOctaves64, countScalar, countSubnormals32, scan64 } from './wide';

export function resultAt(): usize {
  return RESULT;
}
/** The counts of OWN and SHARED start with the values below the domain and end with those above it. */
export function ownAt(): usize {
  return OWN;
}
export function sharedAt(): usize {
  return SHARED;
}
export function octavesAt(): usize {
  return OCTAVES;
}
export function octaves64At(): usize {
  return OCTAVES64;
}
export function subnormalsAt(): usize {
  return SUBNORMALS;
}

/** Measures a float32 array into RESULT, OWN, SHARED, OCTAVES and SUBNORMALS; at most 4096 bins each. */
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
  scan32(at, length, low, high);
  const finite = <i32>load<f64>(RESULT);
  const least = load<f64>(RESULT, 48);
  const most = load<f64>(RESULT, 56);
  setDomain(SHARED_DOMAIN, lo, hi, sharedBins, true);
  setDomain(OWN_DOMAIN, least, most, ownBins, false);
  clear();
  countThree(at, length);
  if (length & 7) countThree(padded(at, length), 8);
  fold(sharedBins, ownBins);
  if (<i32>load<u32>(OCTAVES) + <i32>load<u32>(OCTAVES, 4) > <i32>load<f64>(RESULT, 8)) {
    countSubnormals32(at, length);
  } else memory.fill(SUBNORMALS, 0, 104 * 4);
  if (!isOrdinary(lo, hi)) countScalar<f32>(at, length, lo, hi, sharedBins, SHARED);
  if (finite > 0 && !isOrdinary(least, most)) {
    countScalar<f32>(at, length, least, most, ownBins, OWN);
  }
}

/** The same for a float64 array, with OCTAVES64 in place of OCTAVES. */
export function measure64(
  at: usize,
  length: i32,
  low: f64,
  high: f64,
  lo: f64,
  hi: f64,
  sharedBins: i32,
  ownBins: i32,
): void {
  scan64(at, length, low, high);
  countOctaves64(at, length);
  countScalar<f64>(at, length, lo, hi, sharedBins, SHARED);
  countScalar<f64>(at, length, load<f64>(RESULT, 48), load<f64>(RESULT, 56), ownBins, OWN);
}

/** Counts into `bins` equal bins over `[lo, hi]`, in SHARED. */
export function histogram(at: usize, length: i32, lo: f64, hi: f64, bins: i32): void {
  if (isOrdinary(lo, hi)) {
    setDomain(SHARED_DOMAIN, lo, hi, bins, true);
    clear();
    countShared(at, length);
    if (length & 7) countShared(padded(at, length), 8);
    fold(bins, 0);
  } else countScalar<f32>(at, length, lo, hi, bins, SHARED);
}
export function histogram64(at: usize, length: i32, lo: f64, hi: f64, bins: i32): void {
  countScalar<f64>(at, length, lo, hi, bins, SHARED);
}
