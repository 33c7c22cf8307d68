/** A tensor's numbers in the form the histogram chart takes. */
import type { Summary } from '../../engine/types.ts';
import { QUANTILE_LEVELS } from '../../engine/types.ts';
import type { TensorSummary } from '../../weightsFile/measure/summarize.ts';

/** Bins of the chart; the tensor's summary has three times as many. */
const CHART_BINS = 64;

/** `null` if all values are equal or none is finite. */
export function chartSummary({ numbers, bins }: TensorSummary): Summary | null {
  if (bins === null) return null;
  const { lo, hi, counts: fine } = bins;
  const each = fine.length / CHART_BINS;
  const counts = Uint32Array.from({ length: CHART_BINS }, (_, bin) =>
    Math.round(fine.subarray(bin * each, (bin + 1) * each).reduce((sum, count) => sum + count, 0)),
  );
  const width = (hi - lo) / fine.length;
  const total = fine.reduce((sum, count) => sum + count, 0);
  const quantile = (level: number): number => {
    let before = 0;
    for (let bin = 0; bin < fine.length; bin += 1) {
      const count = fine[bin] ?? 0;
      if (before + count >= level * total) {
        return lo + (bin + (count === 0 ? 0 : (level * total - before) / count)) * width;
      }
      before += count;
    }
    return hi;
  };
  const histogram = { lo, hi, counts, below: 0, above: 0 };
  const { count, finite, mean, std, rms, min, max, zero } = numbers;
  return {
    count,
    finite,
    mean,
    std,
    rms,
    min,
    max,
    zero,
    saturated: 0,
    quantiles: QUANTILE_LEVELS.map(quantile),
    shared: histogram,
    own: histogram,
    magnitudes: { first: 0, counts: new Uint32Array(0) },
  };
}
