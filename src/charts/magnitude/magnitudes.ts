/** Turns counts per half octave into ranges of equal density. */
import type { Magnitudes, Summary } from '../../engine/types.ts';
import { decadeDomain } from '../geometry/decades.ts';
import type { DecadeDomain } from '../geometry/decades.ts';

/** Decades in half an octave. */
const HALF_OCTAVE = Math.LOG10E * Math.LN2 * 0.5;

/** Lower limits of the shades: the share of a layer's non-zero values that lies in a half octave. */
export const DENSITY_LEVELS = [0.0004, 0.006, 0.03, 0.08, 0.14] as const;

/** log10 |x| at the lower end of half octave `index`. */
export const decadeOf = ({ first }: Magnitudes, index: number): number =>
  (first + index) * HALF_OCTAVE;

/** Holds all of float32 with its subnormals. */
const FLOAT32: DecadeDomain = { lo: -50, hi: 40 };

/** The decades of a network's values: those of float32, extended if some values lie beyond. */
export function magnitudeDomain(
  columns: readonly (Pick<Summary, 'magnitudes'> | null)[],
): DecadeDomain {
  const sizes = columns.flatMap((column) => {
    if (column === null || column.magnitudes.counts.length === 0) return [];
    const { magnitudes } = column;
    const last = magnitudes.counts.length - 1;
    return [10 ** decadeOf(magnitudes, 0), 10 ** decadeOf(magnitudes, last)];
  });
  const { lo, hi } = decadeDomain(sizes);
  return { lo: Math.min(lo, FLOAT32.lo), hi: Math.max(hi, FLOAT32.hi) };
}

/** Ranges of log10 |x| in which every half octave holds at least the share `level` of the values. */
export function denseRuns(
  magnitudes: Magnitudes,
  level: number,
): readonly (readonly [lo: number, hi: number])[] {
  const { counts } = magnitudes;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const runs: (readonly [number, number])[] = [];
  let start = -1;
  for (let i = 0; i <= counts.length; i += 1) {
    const dense = total > 0 && (counts[i] ?? 0) / total >= level;
    if (dense && start < 0) start = i;
    if (!dense && start >= 0) {
      runs.push([decadeOf(magnitudes, start), decadeOf(magnitudes, i)]);
      start = -1;
    }
  }
  return runs;
}

/** Median of log10 |x| over the non-zero values; null when there are none. */
export function medianDecade(magnitudes: Magnitudes): number | null {
  const { counts } = magnitudes;
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let before = 0;
  let bin = 0;
  while (before + (counts[bin] ?? 0) < total / 2) {
    before += counts[bin] ?? 0;
    bin += 1;
  }
  return decadeOf(magnitudes, bin + (total / 2 - before) / (counts[bin] ?? 1));
}
