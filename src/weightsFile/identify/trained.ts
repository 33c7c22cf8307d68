/** Numbers that training has moved: which rule they began from, and how sure that is. */
import { normalCdf, normalPdf } from '../../engine/math/erf.ts';
import { TRUNCATED_STD } from '../../engine/rules/draw.ts';
import type { TensorSummary } from '../measure/summarise.ts';
import type { Hypothesis, RuleFound } from './found.ts';
import type { Sample } from './evidence.ts';
import type { Law } from './laws.ts';

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

/** How far training moves a weight, in standard deviations of its start. */
const MOVES = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45, 0.7, 1];
/** Small moves are the more likely ones. */
const MOVE_SCALE = 0.25;
/**
 * Changes by training are neither normal nor independent of one another: a tensor counts as this many
 * numbers at most. Chosen so that confidences come true (bench/weights).
 */
export const MAX_EFFECTIVE = 400;

/** Nats per number between the histogram and the best moved rule; more is no rule that training has moved. */
const MAX_MISFIT = 0.25;

const TINY = 1e-9;

/** `free`: the law without a rule that fits the numbers as they are, if one does. */
export function trainedFrom(
  { bins, numbers }: TensorSummary,
  { n }: Sample,
  laws: readonly Law[],
  free: Hypothesis | null,
): RuleFound | null {
  if (bins === null) return null;
  // Training leaves no edge: what fits a limit to the last number has been drawn so.
  if (free !== null && free.shape !== 'normal') return null;
  if (Math.abs(numbers.mean) > 0.5 * numbers.std) return null;
  const { lo, hi, counts } = bins;
  const width = (hi - lo) / counts.length;
  const temper = Math.min(n, MAX_EFFECTIVE) / n;
  const fit = (density: (x: number) => number): number => {
    let sum = 0;
    for (let bin = 0; bin < counts.length; bin += 1) {
      const count = counts[bin] ?? 0;
      if (count > 0) sum += count * Math.log(TINY / (hi - lo) + density(lo + (bin + 0.5) * width));
    }
    return sum * temper;
  };
  const scored = laws
    .filter(({ std }) => std < 1.6 * numbers.std && std > 0.3 * numbers.std)
    .flatMap((law) =>
      MOVES.map((move) => {
        const fitted = fit(movedDensity(law, move * law.std));
        return { law, fitted, weight: Math.log(law.prior) - move / MOVE_SCALE + fitted };
      }),
    );
  const [first] = scored;
  if (first === undefined) return null;
  const top = Math.max(...scored.map(({ weight }) => weight));
  const shares = Array.from(counts, (count) => count / numbers.finite);
  const own = shares.reduce((sum, p) => (p > 0 ? sum + p * Math.log(p / width) : sum), 0);
  const bestFit = Math.max(...scored.map(({ fitted }) => fitted)) / (temper * numbers.finite);
  if (own - bestFit > MAX_MISFIT) return null;
  const byName = new Map<string, { readonly law: Law; weight: number }>();
  let all = 0;
  for (const { law, weight } of scored) {
    const mass = Math.exp(weight - top);
    all += mass;
    const known = [...byName.values()].find(
      ({ law: other }) =>
        other.shape === law.shape && Math.abs(Math.log(other.std / law.std)) < 1e-3,
    );
    if (known === undefined) byName.set(law.name, { law, weight: mass });
    else known.weight += mass;
  }
  const ranked = [...byName.values()].toSorted((a, b) => b.weight - a.weight);
  const [best, second] = ranked;
  if (best === undefined) return null;
  const same = laws.filter(
    ({ shape, std }) => shape === best.law.shape && Math.abs(Math.log(std / best.law.std)) < 1e-3,
  );
  return {
    initializer: best.law.name,
    names: [...new Set(same.map(({ name }) => name))],
    confidence: best.weight / all,
    runnerUp: second?.law.name ?? null,
    std: best.law.std,
    shape: best.law.shape,
    trained: true,
    slip: null,
  };
}
