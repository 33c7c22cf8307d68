/** Turns counts into the `d` attribute of a stepped path. */
import type { Histogram, Summary } from '../../engine/types.ts';

const round = (px: number): string => String(Math.round(px * 10) / 10);

/** The counts without the `zeros` exact zeros, which are drawn as a separate bar. */
export function nonZeroCounts(histogram: Histogram, zeros: number): Float64Array {
  const counts = Float64Array.from(histogram.counts);
  const { lo, hi } = histogram;
  if (zeros === 0 || lo > 0 || hi < 0 || hi === lo) return counts;
  const bin = Math.min(counts.length - 1, Math.floor((-lo / (hi - lo)) * counts.length));
  counts[bin] = Math.max(0, (counts[bin] ?? 0) - zeros);
  return counts;
}

export const zeroCount = (summary: Summary): number => Math.round(summary.zero * summary.finite);

export interface Steps {
  /** Where the first bin begins and the last one ends, in px. */
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Height of the highest bin in px; a negative height draws downwards. */
  readonly height: number;
}

/**
 * Open paths along the tops of the bins, each starting and ending on the base, so that a fill closes along it. Empty
 * bins draw nothing; equal neighbours are one segment.
 */
export function stepPath(counts: ArrayLike<number>, { left, right, base, height }: Steps): string {
  let peak = 0;
  for (let i = 0; i < counts.length; i += 1) peak = Math.max(peak, counts[i] ?? 0);
  if (peak === 0) return '';
  const width = (right - left) / counts.length;
  const floor = round(base);
  let d = '';
  let last: string | null = null;
  for (let i = 0; i <= counts.length; i += 1) {
    const count = counts[i] ?? 0;
    const y = count === 0 ? null : round(base - (count / peak) * height);
    const x = round(left + i * width);
    if (last === null && y !== null) d += `M${x},${floor}V${y}`;
    else if (last !== null && y === null) d += `H${x}V${floor}`;
    else if (last !== y) d += `H${x}V${y}`;
    last = y;
  }
  return d;
}

/** A disc, clockwise like a bar, so that one path may hold both where they overlap. */
export function discPath(x: number, y: number, radius: number): string {
  const across = round(radius * 2);
  const half = `a${radius},${radius} 0 0 1 `;
  return `M${round(x - radius)},${round(y)}${half}${across},0${half}-${across},0Z`;
}

/** A bar upwards from `base`, or downwards if `height` is negative; empty if it would be invisible. */
export function barPath(x: number, width: number, base: number, height: number): string {
  if (!(Math.abs(height) > 0)) return '';
  const top = base - Math.sign(height) * Math.max(1, Math.abs(height));
  return `M${round(x)},${round(base)}V${round(top)}h${round(width)}V${round(base)}Z`;
}
