/** Histograms of numbers in JavaScript; large arrays are counted by the kernels. */
import type { Histogram } from './histogram.ts';

/** Counts over equal bins of `[lo, hi]`, the last one closed; non-finite values are not counted. */
export function countBins(
  values: Iterable<number>,
  lo: number,
  hi: number,
  bins: number,
): Histogram {
  const counts = new Uint32Array(bins);
  let [below, above] = [0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < lo) below += 1;
    else if (value > hi) above += 1;
    else {
      const bin = Math.min(bins - 1, Math.floor(((value - lo) / (hi - lo)) * bins));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  return { lo, hi, counts, below, above };
}

/** Merges pairs of bins until they hold `each` values on average or 8 bins are left. */
export function joinBins(histogram: Histogram, each: number): Histogram {
  const { counts } = histogram;
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (counts.length <= 8 || counts.length % 2 === 1 || all >= each * counts.length)
    return histogram;
  const joined = Uint32Array.from(
    { length: counts.length / 2 },
    (_, i) => (counts[2 * i] ?? 0) + (counts[2 * i + 1] ?? 0),
  );
  return joinBins({ ...histogram, counts: joined }, each);
}
