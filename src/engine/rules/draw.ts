/** How one weight matrix is drawn: an initializer resolved for the fans of a layer. */
import { normalCdf, normalPdf } from '../math/erf.ts';
import { TRUNCATION } from '../math/inverseNormal.ts';

export type Draw =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly std: number }
  | { readonly kind: 'uniform'; readonly lo: number; readonly hi: number }
  /** `std` is that of the normal distribution before it is cut at mean ± 2 std. */
  | { readonly kind: 'truncated'; readonly mean: number; readonly std: number }
  /** Orthonormal rows or columns, whichever are fewer, times gain. */
  | { readonly kind: 'orthogonal'; readonly gain: number }
  /** `gain` on the main diagonal (of a kernel's middle tap), zero elsewhere. */
  | { readonly kind: 'identity'; readonly gain: number }
  /** Normal, with `⌈sparsity · rows⌉` entries of every column set to zero. */
  | { readonly kind: 'sparse'; readonly sparsity: number; readonly std: number }
  /** Orthonormal, then scaled according to the data (weights/lsuv.ts). */
  | { readonly kind: 'lsuv' };

/**
 * Standard deviation of N(0, 1) cut at ±2: `√(1 − 2·2·φ(2) / (2Φ(2) − 1))` = 0.8796256610342398, the
 * constant in the sources of Keras and JAX.
 */
export const TRUNCATED_STD = Math.sqrt(
  1 - (2 * TRUNCATION * normalPdf(TRUNCATION)) / (2 * normalCdf(TRUNCATION) - 1),
);

/** Number of entries that `sparse` sets to zero in every column of a matrix with `rows` rows. */
export const zerosPerColumn = (sparsity: number, rows: number): number =>
  Math.ceil(sparsity * rows);

export interface WeightMoments {
  readonly mean: number;
  readonly std: number;
}

/**
 * Mean and standard deviation of the entries of a matrix `[rows × cols]`, over all draws; `null` for lsuv, which
 * depends on the data. `across`: number of columns that the diagonal of `identity` may cross.
 */
export function drawMoments(
  draw: Draw,
  cols: number,
  rows: number,
  across: number = cols,
): WeightMoments | null {
  const ones = Math.min(rows, across) / (rows * cols);
  switch (draw.kind) {
    case 'constant':
      return { mean: draw.value, std: 0 };
    case 'normal':
      return { mean: draw.mean, std: draw.std };
    case 'uniform':
      return { mean: (draw.lo + draw.hi) / 2, std: (draw.hi - draw.lo) / Math.sqrt(12) };
    case 'truncated':
      return { mean: draw.mean, std: draw.std * TRUNCATED_STD };
    case 'orthogonal':
      return { mean: 0, std: draw.gain / Math.sqrt(Math.max(rows, cols)) };
    case 'identity':
      return { mean: draw.gain * ones, std: draw.gain * Math.sqrt(ones * (1 - ones)) };
    case 'sparse':
      return { mean: 0, std: draw.std * Math.sqrt(1 - zerosPerColumn(draw.sparsity, rows) / rows) };
    case 'lsuv':
      return null;
  }
}
