/** The map of order and chaos: χ₁ over starts (Poole et al. 2016, fig. 1; Schoenholz et al. 2017, fig. 1). */
import { momentTable } from '../theory/momentTable.ts';
import type { MomentTable } from '../theory/momentTable.ts';
import type { ActivationSpec } from '../types.ts';
import { activationMoments, criticalLine } from '../theory/variance.ts';

export interface ChiGrid {
  /** `n · Var(w)`, column by column. */
  readonly weightVariance: readonly number[];
  /** `Var(b)`, row by row. */
  readonly biasVariance: readonly number[];
  /**
   * χ₁ at the fixed point of the variance, `[rows × columns]`: below 1 gradients vanish and inputs become alike, above
   * 1 gradients explode and inputs become different. NaN where the variance diverges, so that there is no fixed point.
   */
  readonly chi: Float64Array<ArrayBuffer>;
}

/** Variances below and above which the fixed point counts as 0 and as infinite. */
const [GONE, AWAY] = [1e-8, 1e8];

/** q*, from 1 as in variance.ts, by bisection on log q. */
function settle(table: MomentTable, weightVariance: number, biasVariance: number): number {
  const grows = (q: number): boolean => weightVariance * table.second(q) + biasVariance > q;
  // A piecewise linear activation at criticality keeps any variance.
  if (Math.abs(weightVariance * table.second(1) + biasVariance - 1) < 1e-9) return 1;
  const up = grows(1);
  let [near, far] = [1, up ? AWAY : GONE];
  if (grows(far) === up) return up ? Infinity : 0;
  for (let step = 0; step < 40; step += 1) {
    const middle = Math.sqrt(near * far);
    if (grows(middle) === up) near = middle;
    else far = middle;
  }
  return near;
}

/** `count` equally spaced numbers from `lo` to `hi`, both included. */
export const spaced = (lo: number, hi: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => lo + (i * (hi - lo)) / Math.max(1, count - 1));

/** Computes χ₁ on a grid of weight and bias variances. */
export function chiGrid(
  act: ActivationSpec,
  weightVariance: readonly number[],
  biasVariance: readonly number[],
): ChiGrid {
  const table = momentTable(act);
  // A variance that decays never reaches 0 exactly, so use the slope in the limit q → 0.
  const last = activationMoments(act, Number.MIN_VALUE).slope;
  const chi = new Float64Array(weightVariance.length * biasVariance.length);
  biasVariance.forEach((bias, row) => {
    weightVariance.forEach((weight, column) => {
      const q = settle(table, weight, bias);
      chi[row * weightVariance.length + column] =
        q === Infinity ? Number.NaN : weight * (q === 0 ? last : table.slope(q));
    });
  });
  return { weightVariance, biasVariance, chi };
}

export interface CriticalVariance {
  /** The fixed point of the pre-activations' variance. */
  readonly q: number;
  readonly weightVariance: number;
  readonly biasVariance: number;
}

const LENGTHS = Array.from({ length: 241 }, (_, i) => 10 ** (-4 + i / 40));

/**
 * The line χ₁ = 1 between the two phases, by increasing q: σ_w² = 1/E[f′²], σ_b² = q − E[f²]/E[f′²]. A single point
 * for a piecewise linear activation; empty if no initialization is critical.
 */
export function criticalVariances(act: ActivationSpec): readonly CriticalVariance[] {
  const points = criticalLine(act, LENGTHS).map(({ q, weightStd, biasStd }) => ({
    q,
    weightVariance: weightStd ** 2,
    biasVariance: biasStd ** 2,
  }));
  const [first] = points;
  const alone = points.every(
    ({ weightVariance, biasVariance }) =>
      biasVariance < 1e-9 && Math.abs(weightVariance - (first?.weightVariance ?? 0)) < 1e-9,
  );
  return alone ? points.slice(0, 1) : points;
}

/** Extent of the map along σ_b², the same for all activations; `mapReach` is that along σ_w². */
export const MAP_BIAS_VARIANCE = 1;
/** Extent of the map along σ_w², chosen so that the critical line is well inside. */
export function mapReach(act: ActivationSpec): number {
  const line = criticalVariances(act).filter(
    ({ biasVariance }) => biasVariance <= MAP_BIAS_VARIANCE,
  );
  const least = Math.min(...line.map(({ weightVariance }) => weightVariance));
  const reach = Number.isFinite(least) ? 1.5 * least : 4;
  return Math.max(4, Math.ceil(reach / 4) * 4);
}
