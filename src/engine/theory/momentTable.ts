/**
 * An activation's moments at any q, interpolated from a table: a map of thousands of points needs them hundreds
 * of thousands of times, for which quadrature would take seconds.
 */
import type { ActivationSpec } from '../types.ts';
import { activationMoments } from './variance.ts';

/** Range of q in powers of ten; beyond it a variance has diverged or vanished. */
const [FIRST, LAST] = [-8, 8];
const PER_DECADE = 16;

export interface MomentTable {
  /** E[f(z)²] and E[f′(z)²], z ~ N(0, q); to about 1e-6 for q in [1e-8, 1e8], constant outside. */
  readonly second: (q: number) => number;
  readonly slope: (q: number) => number;
}

/** Catmull–Rom cubic through four equally spaced values, at fraction `t` between the second and the third. */
function cubic(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/** Interpolates in log q, in which the moments are smooth; E[f²], which spans many decades, by its logarithm. */
export function momentTable(act: ActivationSpec): MomentTable {
  const count = (LAST - FIRST) * PER_DECADE + 1;
  const rows = Array.from({ length: count }, (_, i) =>
    activationMoments(act, 10 ** (FIRST + i / PER_DECADE)),
  );
  const seconds = rows.map(({ second }) => Math.log(second));
  const slopes = rows.map(({ slope }) => slope);
  const read = (values: readonly number[], q: number): number => {
    const place = Math.min(count - 1, Math.max(0, (Math.log10(q) - FIRST) * PER_DECADE));
    const i = Math.min(count - 2, Math.floor(place));
    const at = (k: number): number => values[Math.min(count - 1, Math.max(0, k))] ?? Number.NaN;
    return cubic(at(i - 1), at(i), at(i + 1), at(i + 2), place - i);
  };
  return {
    second: (q) => Math.exp(read(seconds, q)),
    slope: (q) => read(slopes, q),
  };
}
