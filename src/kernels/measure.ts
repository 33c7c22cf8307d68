/** Reference implementation of the measurements of an array. */
import type { MeasureRequest, Measured } from '../engine/kernels.ts';
import type { Histogram, Magnitudes } from '../engine/types.ts';

type Values = Float32Array | Float64Array;

/** A power of two that scales `size` to near 1, so that squares stay within the range of float64. */
function factorOf(size: number): number {
  return size > 0 ? 2 ** -Math.min(1022, Math.max(-1022, Math.floor(Math.log2(size)))) : 1;
}

/**
 * Equal bins over `[lo, hi]`, the last one closed; finite values only. The limits are rounded to the array's type, so
 * that a float32 weight of 0.2 lies in a domain that ends at 0.2. If the domain contains 0, bins are computed relative
 * to it, so that the tiniest values stay on their side of 0.
 */
export function histogram(values: Values, from: number, to: number, bins: number): Histogram {
  const [lo, hi] =
    values instanceof Float32Array ? [Math.fround(from), Math.fround(to)] : [from, to];
  const counts = new Uint32Array(bins);
  const factor = factorOf(hi - lo);
  const scale = hi > lo ? bins / (hi * factor - lo * factor) : 0;
  const anchor = lo <= 0 && hi >= 0 ? 0 : lo * factor;
  const zero = (anchor - lo * factor) * scale;
  const offset = Math.floor(zero);
  let below = 0;
  let above = 0;
  for (let i = 0; i < values.length; i += 1) {
    const x = values[i] ?? 0;
    if (!Number.isFinite(x)) continue;
    if (x < lo) below += 1;
    else if (x > hi) above += 1;
    else {
      const place = Math.floor((x * factor - anchor) * scale + (zero - offset)) + offset;
      const bin = Math.max(0, Math.min(bins - 1, place));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  return { lo: from, hi: to, counts, below, above };
}

/** Half octaves of float64 reach from 2⁻¹⁰⁷⁴ to 2¹⁰²⁴. */
const LOWEST = -2148;
const HALF_OCTAVES = 4196;

const number = new Float64Array(1);
const bits = new Uint32Array(number.buffer);

/** `⌊2·log₂ x⌋` of a positive finite number: twice its exponent, plus 1 from √2 on. */
function halfOctave(x: number): number {
  // Subnormal numbers are scaled up first, because their exponent field is 0.
  const lift = x < 2 ** -1022 ? 60 : 0;
  number[0] = x * 2 ** lift;
  const exponent = ((bits[1] ?? 0) >>> 20) - 1023;
  const upper = number[0] / 2 ** exponent >= Math.SQRT2;
  return 2 * (exponent - lift) + (upper ? 1 : 0);
}

/** Removes the empty half octaves at both ends. */
export function trim(counts: Uint32Array, lowest: number): Magnitudes {
  const first = counts.findIndex((count) => count > 0);
  if (first < 0) return { first: 0, counts: new Uint32Array(0) };
  const last = counts.findLastIndex((count) => count > 0);
  return { first: lowest + first, counts: counts.slice(first, last + 1) };
}

function magnitudes(values: Values): Magnitudes {
  const counts = new Uint32Array(HALF_OCTAVES);
  for (let i = 0; i < values.length; i += 1) {
    const x = values[i] ?? 0;
    if (x === 0 || !Number.isFinite(x)) continue;
    const at = halfOctave(Math.abs(x)) - LOWEST;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return trim(counts, LOWEST);
}

/** Two passes; moments are computed in float64 from values scaled to near 1, so that no square overflows. */
export function measure(values: Values, request: MeasureRequest): Measured {
  let finite = 0;
  let zeros = 0;
  let beyond = 0;
  let min = Infinity;
  let max = -Infinity;
  let first = 0;
  for (let i = 0; i < values.length; i += 1) {
    const x = values[i] ?? 0;
    if (!Number.isFinite(x)) continue;
    if (finite === 0) first = x;
    finite += 1;
    if (x === 0) zeros += 1;
    if (x < request.low || x > request.high) beyond += 1;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  const none = finite === 0;
  const factor = none ? 1 : factorOf(Math.max(Math.abs(min), Math.abs(max)));
  // Differences from one of the values: no cancellation where all lie close together.
  const shift = first * factor;
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) {
    const x = values[i] ?? 0;
    if (Number.isFinite(x)) sum += x * factor - shift;
  }
  const mean = shift + sum / finite;
  let deviations = 0;
  for (let i = 0; i < values.length; i += 1) {
    const x = (values[i] ?? 0) * factor;
    if (!Number.isFinite(x)) continue;
    deviations += (x - mean) ** 2;
  }
  return {
    finite,
    zeros,
    beyond,
    min: none ? Number.NaN : min,
    max: none ? Number.NaN : max,
    mean: mean / factor,
    std: Math.sqrt(deviations / finite) / factor,
    rms: Math.sqrt(deviations / finite + mean ** 2) / factor,
    shared: histogram(values, request.shared[0], request.shared[1], request.sharedBins),
    own: none
      ? { lo: -1, hi: 1, counts: new Uint32Array(request.ownBins), below: 0, above: 0 }
      : histogram(values, min, max, request.ownBins),
    magnitudes: magnitudes(values),
  };
}
