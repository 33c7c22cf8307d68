/** How much of a histogram lies in an interval, or out of it. */
import type { Histogram } from './histogram.ts';

/** The interval the lecture names: ±0.1. */
export const INTERVAL = 0.1;

/** Share of the values between `from` and `to`; a bin that is cut counts in part. */
export function shareWithin(histogram: Histogram, from: number, to: number): number {
  const { lo, hi, counts, below, above } = histogram;
  const width = (hi - lo) / counts.length;
  let inside = 0;
  let all = below + above;
  counts.forEach((count, i) => {
    const left = lo + i * width;
    const shared = Math.max(0, Math.min(left + width, to) - Math.max(left, from));
    inside += count * (width > 0 ? shared / width : 0);
    all += count;
  });
  return inside / Math.max(1, all);
}

/** Share further from 0 than `limit`; 0 of an empty histogram. */
export function shareOutside(histogram: Histogram, limit: number): number {
  const empty = histogram.counts.every((count) => count === 0);
  if (empty) return histogram.below + histogram.above > 0 ? 1 : 0;
  // Rounding leaves some 1e-16 where nothing is.
  const outside = 1 - shareWithin(histogram, -limit, limit);
  return outside < 1e-12 ? 0 : outside;
}
