/** The reference of what a pass over an array finds. */
import type { MeasureRequest, Measured } from '../engine/kernels.ts';
import type { Histogram, Magnitudes } from '../engine/types.ts';

type Values = Float32Array | Float64Array;

/** Equal bins over `[lo, hi]`, the last one closed; finite values only. */
export function histogram(values: Values, lo: number, hi: number, bins: number): Histogram {
  const counts = new Uint32Array(bins);
  const scale = hi > lo ? bins / (hi - lo) : 0;
  let below = 0;
  let above = 0;
  for (const x of values) {
    if (!Number.isFinite(x)) continue;
    if (x < lo) below += 1;
    else if (x > hi) above += 1;
    else {
      const bin = Math.min(bins - 1, Math.floor((x - lo) * scale));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  return { lo, hi, counts, below, above };
}

/** Half octaves of float64 reach from 2⁻¹⁰⁷⁴ to 2¹⁰²⁴. */
const LOWEST = -2148;
const HALF_OCTAVES = 4196;

/** `⌊2·log₂ x⌋` of a positive finite number, exact at the powers of two. */
function halfOctave(x: number): number {
  let exponent = Math.floor(Math.log2(x));
  if (2 ** exponent > x) exponent -= 1;
  else if (2 ** (exponent + 1) <= x) exponent += 1;
  return 2 * exponent + (x / 2 ** exponent >= Math.SQRT2 ? 1 : 0);
}

/** Cuts the empty ends off. */
export function trim(counts: Uint32Array, lowest: number): Magnitudes {
  const first = counts.findIndex((count) => count > 0);
  if (first < 0) return { first: 0, counts: new Uint32Array(0) };
  const last = counts.findLastIndex((count) => count > 0);
  return { first: lowest + first, counts: Uint32Array.from(counts.subarray(first, last + 1)) };
}

function magnitudes(values: Values): Magnitudes {
  const counts = new Uint32Array(HALF_OCTAVES);
  for (const x of values) {
    if (x === 0 || !Number.isFinite(x)) continue;
    const at = halfOctave(Math.abs(x)) - LOWEST;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return trim(counts, LOWEST);
}

/** Moments in float64 of values divided by the greatest magnitude, so that no square overflows. */
export function measure(values: Values, request: MeasureRequest): Measured {
  let finite = 0;
  let zeros = 0;
  let beyond = 0;
  let min = Infinity;
  let max = -Infinity;
  for (const x of values) {
    if (!Number.isFinite(x)) continue;
    finite += 1;
    if (x === 0) zeros += 1;
    if (x < request.low || x > request.high) beyond += 1;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  const unit = Math.max(Math.abs(min), Math.abs(max)) || 1;
  let sum = 0;
  let squares = 0;
  for (const x of values) {
    if (!Number.isFinite(x)) continue;
    sum += x / unit;
    squares += (x / unit) ** 2;
  }
  const mean = sum / finite;
  let deviations = 0;
  for (const x of values) if (Number.isFinite(x)) deviations += (x / unit - mean) ** 2;
  const none = finite === 0;
  return {
    finite,
    zeros,
    beyond,
    min: none ? Number.NaN : min,
    max: none ? Number.NaN : max,
    mean: mean * unit,
    std: Math.sqrt(deviations / finite) * unit,
    rms: Math.sqrt(squares / finite) * unit,
    shared: histogram(values, request.shared[0], request.shared[1], request.sharedBins),
    own: none
      ? { lo: -1, hi: 1, counts: new Uint32Array(request.ownBins), below: 0, above: 0 }
      : histogram(values, min, max, request.ownBins),
    magnitudes: magnitudes(values),
  };
}
