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
   * χ₁ where the variance settles, `[rows × columns]`: below 1 gradients vanish and inputs grow alike, above 1 gradients
   * explode and inputs part. NaN where the variance runs away: there is no fixed point to speak of.
   */
  readonly chi: Float64Array<ArrayBuffer>;
}

/** Where a variance counts as gone. */
const [GONE, AWAY] = [1e-8, 1e8];

/** q*, from 1 as in variance.ts, by bisection on log q. */
function settle(table: MomentTable, weightVariance: number, biasVariance: number): number {
  const grows = (q: number): boolean => weightVariance * table.second(q) + biasVariance > q;
  // A critical piecewise linear start keeps whatever it is given.
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

/** Equally spaced, both ends included. */
export const spaced = (lo: number, hi: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => lo + (i * (hi - lo)) / Math.max(1, count - 1));

export function chiGrid(
  act: ActivationSpec,
  weightVariance: readonly number[],
  biasVariance: readonly number[],
): ChiGrid {
  const table = momentTable(act);
  // A variance that dies out never reaches 0: what counts is the slope on the way there.
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
  /** The variance of pre-activations there. */
  readonly q: number;
  readonly weightVariance: number;
  readonly biasVariance: number;
}

const LENGTHS = Array.from({ length: 241 }, (_, i) => 10 ** (-4 + i / 40));

/**
 * The line χ₁ = 1 between the two phases, by rising q: σ_w² = 1/E[f′²], σ_b² = q − E[f²]/E[f′²]. A point alone for a
 * piecewise linear activation; nothing where no start is critical.
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

/** How far the map reaches, so that the critical line lies well inside; its height is the same for all. */
export const MAP_BIAS_VARIANCE = 1;
export function mapReach(act: ActivationSpec): number {
  const line = criticalVariances(act).filter(
    ({ biasVariance }) => biasVariance <= MAP_BIAS_VARIANCE,
  );
  const least = Math.min(...line.map(({ weightVariance }) => weightVariance));
  const reach = Number.isFinite(least) ? 1.5 * least : 4;
  return Math.max(4, Math.ceil(reach / 4) * 4);
}
