/**
 * Normalization before the activation, in place over `values [rows × cols]`: shifts and scales every column over the
 * rows (batch normalization, Ioffe and Szegedy 2015, algorithm 1) or every row over its columns (layer normalization,
 * Ba et al. 2016, eq. 3) to mean 0 and variance 1.
 */
import type { NormId } from '../types.ts';

type Values = Float32Array | Float64Array;

/** Added to a variance before taking the square root. */
export const NORM_EPSILON = 1e-5;

/** Where the numbers of one group lie: `count` of them from `start`, `step` apart. */
interface Group {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

const groupsOf = (norm: Exclude<NormId, 'none'>, length: number, cols: number) => {
  const rows = length / cols;
  return norm === 'batch'
    ? { groups: cols, at: (i: number): Group => ({ start: i, step: cols, count: rows }) }
    : { groups: rows, at: (i: number): Group => ({ start: i * cols, step: 1, count: cols }) };
};

/** Number of groups, which is the length of `inverse`. `cols` as in `normColumns` (plan.ts). */
export const normGroups = (norm: NormId, length: number, cols: number): number =>
  norm === 'none' ? 0 : groupsOf(norm, length, cols).groups;

/** Normalizes every group and stores its `1/√(variance + ε)` in `inverse`. */
export function standardize(
  norm: Exclude<NormId, 'none'>,
  values: Values,
  cols: number,
  inverse: Values,
): void {
  const { groups, at } = groupsOf(norm, values.length, cols);
  for (let i = 0; i < groups; i += 1) {
    const { start, step, count } = at(i);
    const end = start + step * count;
    let mean = 0;
    for (let j = start; j < end; j += step) mean += values[j] ?? 0;
    mean /= count;
    let variance = 0;
    for (let j = start; j < end; j += step) variance += ((values[j] ?? 0) - mean) ** 2;
    const factor = 1 / Math.sqrt(variance / count + NORM_EPSILON);
    inverse[i] = factor;
    for (let j = start; j < end; j += step) values[j] = ((values[j] ?? 0) - mean) * factor;
  }
}

/** Turns dC/dẑ into dC/dz in place; `normalized` holds the ẑ computed by `standardize`. */
export function standardizeBackward(
  norm: Exclude<NormId, 'none'>,
  gradient: Values,
  normalized: Values,
  cols: number,
  inverse: Values,
): void {
  const { groups, at } = groupsOf(norm, gradient.length, cols);
  for (let i = 0; i < groups; i += 1) {
    const { start, step, count } = at(i);
    const end = start + step * count;
    let sum = 0;
    let product = 0;
    for (let j = start; j < end; j += step) {
      sum += gradient[j] ?? 0;
      product += (gradient[j] ?? 0) * (normalized[j] ?? 0);
    }
    const factor = inverse[i] ?? 1;
    for (let j = start; j < end; j += step) {
      const left = (gradient[j] ?? 0) - sum / count - ((normalized[j] ?? 0) * product) / count;
      gradient[j] = factor * left;
    }
  }
}
