/** Seeded values shaped like those of an experiment, and their summaries; made without the engine. */
import type { Histogram, Magnitudes, Summary } from '../../engine/types.ts';
import { QUANTILE_LEVELS } from '../../engine/types.ts';

/** A generator of uniform numbers in [0, 1): Mulberry32. */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Standard normal numbers by the Box–Muller transform. */
export function normals(count: number, seed: number): Float64Array {
  const next = uniform(seed);
  return Float64Array.from({ length: count }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    return radius * Math.cos(2 * Math.PI * next());
  });
}

const BINS = 64;

function histogram(values: readonly number[], lo: number, hi: number): Histogram {
  const counts = new Uint32Array(BINS);
  let below = 0;
  let above = 0;
  for (const value of values) {
    if (value < lo) below += 1;
    else if (value > hi) above += 1;
    else {
      const bin = Math.min(BINS - 1, Math.floor(((value - lo) / (hi - lo)) * BINS));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  return { lo, hi, counts, below, above };
}

function magnitudes(values: readonly number[]): Magnitudes {
  const halves = values.filter((v) => v !== 0).map((v) => Math.floor(2 * Math.log2(Math.abs(v))));
  if (halves.length === 0) return { first: 0, counts: new Uint32Array(0) };
  const first = Math.min(...halves);
  const counts = new Uint32Array(Math.max(...halves) - first + 1);
  for (const half of halves) counts[half - first] = (counts[half - first] ?? 0) + 1;
  return { first, counts };
}

export function summaryOf(all: Float64Array, [lo, hi]: readonly [number, number]): Summary {
  const values = Array.from(all).filter(Number.isFinite);
  const sorted = values.toSorted((a, b) => a - b);
  const finite = values.length;
  const mean = values.reduce((sum, v) => sum + v, 0) / finite;
  const square = values.reduce((sum, v) => sum + v * v, 0) / finite;
  const min = sorted[0] ?? Number.NaN;
  const max = sorted.at(-1) ?? Number.NaN;
  const reach = min === max ? Math.abs(min) / 2 || 0.5 : 0;
  return {
    count: all.length,
    finite,
    mean,
    std: Math.sqrt(Math.max(0, square - mean * mean)),
    rms: Math.sqrt(square),
    min,
    max,
    zero: values.filter((v) => v === 0).length / Math.max(1, finite),
    saturated: values.filter((v) => Math.abs(v) > 0.97).length / Math.max(1, finite),
    quantiles: QUANTILE_LEVELS.map((q) => sorted[Math.floor(q * (finite - 1))] ?? Number.NaN),
    shared: histogram(values, lo, hi),
    own: finite === 0 ? histogram([], -1, 1) : histogram(values, min - reach, max + reach),
    magnitudes: magnitudes(values),
  };
}
