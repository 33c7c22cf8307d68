/** Share of a histogram inside or outside an interval. */
import type { Histogram } from './histogram.ts';

/** The lecture's interval: ±0.1. */
export const INTERVAL = 0.1;

/** Share of the values between `from` and `to`; a bin that is only partly inside counts in proportion. */
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

/** Share of the values with |x| > `limit`; 0 for an empty histogram. */
export function shareOutside(histogram: Histogram, limit: number): number {
  const empty = histogram.counts.every((count) => count === 0);
  if (empty) return histogram.below + histogram.above > 0 ? 1 : 0;
  // Rounding errors of about 1e-16 count as 0.
  const outside = 1 - shareWithin(histogram, -limit, limit);
  return outside < 1e-12 ? 0 : outside;
}
