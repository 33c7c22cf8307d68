/** The numbers that the page and the command line show of one tensor, from its tally. */
import { FINE_BINS } from './tally.ts';
import type { Tally } from './tally.ts';

export interface TensorNumbers {
  readonly count: number;
  readonly finite: number;
  /** Over the finite values; NaN if there are none. */
  readonly mean: number;
  readonly std: number;
  readonly rms: number;
  readonly min: number;
  readonly max: number;
  /** Fourth standardized moment, 3 for a normal distribution; NaN if all values are equal. */
  readonly kurtosis: number;
  /** Share of the finite values that are exactly 0. */
  readonly zero: number;
}

/** Moments, range and share of zeros from a tensor's tally. */
export function numbersOf(tally: Tally): TensorNumbers {
  const { count, finite, shift, zeros } = tally;
  const n = finite === 0 ? Number.NaN : finite;
  const [m1 = 0, m2 = 0, m3 = 0, m4 = 0] = Array.from(tally.sums, (sum) => sum / n);
  const variance = Math.max(0, m2 - m1 * m1);
  const mean = shift + m1;
  const constant = tally.min === tally.max;
  // Central moments from those about the shift.
  const fourth = m4 - 4 * m1 * m3 + 6 * m1 * m1 * m2 - 3 * m1 ** 4;
  return {
    count,
    finite,
    mean,
    std: finite === 0 ? Number.NaN : constant ? 0 : Math.sqrt(variance),
    rms: Math.sqrt((constant ? 0 : variance) + mean * mean),
    min: finite === 0 ? Number.NaN : tally.min,
    max: finite === 0 ? Number.NaN : tally.max,
    kurtosis: constant || variance === 0 ? Number.NaN : fourth / variance ** 2,
    zero: finite === 0 ? 0 : zeros / finite,
  };
}

const float = new Float32Array(1);
const word = new Uint32Array(float.buffer);
/** The edges of a fine bin: the smallest and the largest magnitude it holds, with its sign. */
export function fineEdges(bin: number): readonly [lo: number, hi: number] {
  word[0] = bin << 16;
  const near = float[0] ?? 0;
  word[0] = ((bin << 16) | 0xffff) >>> 0;
  const far = float[0] ?? 0;
  return near <= far ? [near, far] : [far, near];
}

/**
 * Distributes the fine bins over `bins` equal bins of `[lo, hi]`. A fine bin's count is spread evenly over its width
 * within `[lo, hi]`, so the error is at most the counts of the fine bins that lie across an edge.
 */
export function coarsen(
  fine: Uint32Array,
  lo: number,
  hi: number,
  bins: number,
): Float64Array<ArrayBuffer> {
  const counts = new Float64Array(bins);
  const scale = bins / (hi - lo);
  const place = (value: number): number => Math.min(bins, Math.max(0, (value - lo) * scale));
  for (let bin = 0; bin < FINE_BINS; bin += 1) {
    const count = fine[bin] ?? 0;
    if (count === 0) continue;
    const [near, far] = fineEdges(bin);
    if (!Number.isFinite(near) || !Number.isFinite(far)) continue;
    const from = place(near);
    const to = place(far);
    const first = Math.min(bins - 1, Math.floor(from));
    const last = Math.min(bins - 1, Math.floor(to));
    if (first === last || to === from) {
      counts[first] = (counts[first] ?? 0) + count;
      continue;
    }
    for (let at = first; at <= last; at += 1) {
      const share = (Math.min(to, at + 1) - Math.max(from, at)) / (to - from);
      counts[at] = (counts[at] ?? 0) + count * share;
    }
  }
  return counts;
}
