/** Identifies the rule that trained weights were initialized with, and how certain that is. */
import { normalCdf, normalPdf } from '../../engine/math/erf.ts';
import { TRUNCATED_STD } from '../../engine/rules/draw.ts';
import type { Bins, TensorSummary } from '../measure/summarize.ts';
import type { RuleFound } from './found.ts';
import type { Law } from './laws.ts';
import { logSum } from './logSum.ts';

const KEPT = normalCdf(2) - normalCdf(-2);

/** Density of a draw plus an independent N(0, move²) change. */
function movedDensity({ shape, std }: Law, move: number): (x: number) => number {
  if (shape === 'normal') {
    const s = Math.hypot(std, move);
    return (x) => normalPdf(x / s) / s;
  }
  if (shape === 'uniform') {
    const limit = std * Math.sqrt(3);
    return (x) => (normalCdf((x + limit) / move) - normalCdf((x - limit) / move)) / (2 * limit);
  }
  const sigma = std / TRUNCATED_STD;
  const s = Math.hypot(sigma, move);
  const inner = (sigma * move) / s;
  return (x) => {
    const centre = (x * sigma * sigma) / (s * s);
    const mass = normalCdf((2 * sigma - centre) / inner) - normalCdf((-2 * sigma - centre) / inner);
    return ((normalPdf(x / s) / s) * mass) / KEPT;
  };
}

/** Distances that training may move a weight, in standard deviations of its initial law. */
const MOVES = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45, 0.7, 1];
/** The prior of a move m is proportional to exp(−m / MOVE_SCALE). */
const MOVE_SCALE = 1;
const MOVE_NORM = MOVES.reduce((sum, move) => sum + Math.exp(-move / MOVE_SCALE), 0);
/**
 * Changes by training are neither normal nor independent of one another, and the more of a weight is change, the less
 * a number says of its start: a tensor moved by m standard deviations counts as COUNTED / m numbers at most, and no
 * m counts as less than SMALLEST. COUNTED has the least log-loss on the nets of bench/weights/calibration.mjs
 * `--family tuning`; its other family is there to judge it by.
 */
const COUNTED = 45;
const SMALLEST = 0.05;
/** Largest difference in nats per number between the histogram and the best moved rule; above it, no rule fits. */
const MAX_MISFIT = 0.25;
const TINY = 1e-9;

/** A law after some training. */
export interface Moved {
  readonly law: Law;
  /** In standard deviations of the law. */
  readonly move: number;
  /** Log of its prior, and of the likelihood per number. */
  readonly prior: number;
  readonly fit: number;
}

/** Laws with a standard deviation near `std`, combined with every distance that fits. */
export function movedLaws(
  { lo, hi, counts }: Bins,
  std: number,
  laws: readonly Law[],
): readonly Moved[] {
  const width = (hi - lo) / counts.length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const fitOf = (density: (x: number) => number): number => {
    let sum = 0;
    for (let bin = 0; bin < counts.length; bin += 1) {
      const count = counts[bin] ?? 0;
      if (count > 0) sum += count * Math.log(TINY / (hi - lo) + density(lo + (bin + 0.5) * width));
    }
    return sum / total;
  };
  return laws
    .filter((law) => law.std < 1.6 * std && law.std > 0.5 * std)
    .flatMap((law) =>
      MOVES.filter((move) => Math.abs(Math.log(Math.hypot(1, move) * (law.std / std))) < 0.5).map(
        (move) => ({
          law,
          move,
          prior: Math.log(law.prior / MOVE_NORM) - move / MOVE_SCALE,
          fit: fitOf(movedDensity(law, move * law.std)),
        }),
      ),
    );
}

/** Log-evidence that some law was moved to these numbers, each number counted. */
export const movedEvidence = (moved: readonly Moved[], n: number): number =>
  logSum(moved.map(({ prior, fit }) => prior + n * fit));

const isSameLaw = (a: Law, b: Law): boolean =>
  a.shape === b.shape && Math.abs(Math.log(a.std / b.std)) < 1e-3;

/** The likeliest initial rule; `null` if none fits. */
export function trainedFrom(
  { bins, numbers }: TensorSummary,
  moved: readonly Moved[],
  laws: readonly Law[],
): RuleFound | null {
  if (bins === null || moved.length === 0) return null;
  const width = (bins.hi - bins.lo) / bins.counts.length;
  const own = bins.counts.reduce((sum, count) => {
    const share = count / numbers.finite;
    return share > 0 ? sum + share * Math.log(share / width) : sum;
  }, 0);
  const nearest = moved.reduce((best, each) => (each.fit > best.fit ? each : best));
  if (own - nearest.fit > MAX_MISFIT) return null;
  const effective = Math.min(numbers.finite, COUNTED / Math.max(SMALLEST, nearest.move));
  const weights = moved.map(({ prior, fit }) => prior + effective * fit);
  const all = logSum(weights);
  const ranked: { readonly law: Law; share: number }[] = [];
  for (const [i, { law }] of moved.entries()) {
    const share = Math.exp((weights[i] ?? -Infinity) - all);
    const known = ranked.find((each) => isSameLaw(each.law, law));
    if (known === undefined) ranked.push({ law, share });
    else known.share += share;
  }
  const [best, second] = ranked.toSorted((a, b) => b.share - a.share);
  if (best === undefined) return null;
  const same = laws.filter((law) => isSameLaw(law, best.law)).toSorted((a, b) => b.prior - a.prior);
  const names = [...new Set(same.map(({ name }) => name))];
  return {
    initializer: names[0] ?? best.law.name,
    names,
    confidence: best.share,
    runnerUp: second?.law.name ?? null,
    std: best.law.std,
    shape: best.law.shape,
    trained: true,
    slip: null,
  };
}
