/** Summary of an array: moments, quantiles and three histograms. */
import type { Kernels, Tensor } from '../kernels.ts';
import type { Histogram, Summary } from '../types.ts';
import { QUANTILE_LEVELS } from '../types.ts';

export const SHARED_BINS = 64;
export const OWN_BINS = 64;
/** Fine bins over the array's own range, from which quantiles are read. */
const FINE_BINS = 2048;
/** Largest error of a quantile's rank, as a share of the finite values. */
const RANK_ERROR = 0.005;
/** 2048¹² exceeds the number of doubles: a bin that is still full after this many splits holds a single value. */
const MAX_SPLITS = 12;

export interface SummaryOptions {
  readonly shared: readonly [lo: number, hi: number];
  /** Limits beyond which a value counts as saturated; `null` if there are none. */
  readonly saturation: { readonly low: number; readonly high: number } | null;
}

/** Merges neighbouring bins. */
function coarsen(fine: Histogram, bins: number): Histogram {
  const counts = new Uint32Array(bins);
  const each = fine.counts.length / bins;
  for (let bin = 0, i = 0; bin < bins; bin += 1) {
    let sum = 0;
    for (const end = (bin + 1) * each; i < end; i += 1) sum += fine.counts[i] ?? 0;
    counts[bin] = sum;
  }
  return { ...fine, counts };
}

interface Sample {
  readonly kernels: Kernels;
  readonly values: Tensor;
  readonly finite: number;
  readonly zeros: number;
}

/**
 * The value with `rank` values below it. A bin that holds more than the share RANK_ERROR is split again, unless
 * nearly all its values are zero; inside a bin the values are taken as evenly spread.
 */
function quantile(sample: Sample, histogram: Histogram, rank: number, splits: number): number {
  const { lo, hi, counts } = histogram;
  const width = (hi - lo) / counts.length;
  let before = histogram.below;
  let bin = 0;
  while (bin < counts.length - 1 && before + (counts[bin] ?? 0) <= rank) {
    before += counts[bin] ?? 0;
    bin += 1;
  }
  const count = counts[bin] ?? 0;
  const left = lo + bin * width;
  const right = bin === counts.length - 1 ? hi : left + width;
  const few = sample.finite * RANK_ERROR;
  if (count > few && right > left && splits > 0) {
    if (left <= 0 && right >= 0 && count - sample.zeros <= few) return 0;
    // Slightly wider than the bin, because its edges are rounded.
    const margin = width / 64;
    const split = sample.kernels.histogram(sample.values, left - margin, right + margin, FINE_BINS);
    return quantile(sample, split, rank, splits - 1);
  }
  return left + (count === 0 ? 0 : Math.min(1, (rank - before) / count)) * (right - left);
}

/** A function, not a constant, because the worker transfers the buffer of each histogram. */
const empty = (): Histogram => ({
  lo: -1,
  hi: 1,
  counts: new Uint32Array(OWN_BINS),
  below: 0,
  above: 0,
});

/**
 * Measures a tensor. A constant array has its own histogram on `[v − |v|/2, v + |v|/2]` (±½ for 0), an
 * array without finite values an empty one on [−1, 1].
 */
export function summarize(kernels: Kernels, values: Tensor, options: SummaryOptions): Summary {
  const { low, high } = options.saturation ?? { low: -Infinity, high: Infinity };
  const measured = kernels.measure(values, {
    low,
    high,
    shared: options.shared,
    sharedBins: SHARED_BINS,
    ownBins: FINE_BINS,
  });
  const { finite, min, max, zeros } = measured;
  const share = (count: number): number => (finite === 0 ? 0 : count / finite);
  const sample: Sample = { kernels, values, finite, zeros };

  let own = empty();
  let at = (_rank: number): number => Number.NaN;
  if (finite > 0 && min === max) {
    const reach = min === 0 ? 0.5 : Math.abs(min) / 2;
    own = kernels.histogram(values, min - reach, min + reach, OWN_BINS);
    at = () => min;
  } else if (finite > 0) {
    own = coarsen(measured.own, OWN_BINS);
    at = (rank) => quantile(sample, measured.own, rank, MAX_SPLITS);
  }
  return {
    count: values.length,
    finite,
    mean: measured.mean,
    std: measured.std,
    rms: measured.rms,
    min,
    max,
    zero: share(zeros),
    saturated: share(measured.beyond),
    quantiles: QUANTILE_LEVELS.map((level) => at(level * finite)),
    shared: measured.shared,
    own,
    magnitudes: measured.magnitudes,
  };
}
