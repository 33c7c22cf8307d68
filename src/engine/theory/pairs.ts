/**
 * Pairs of examples in wide layers: their second moments and the cross moment. Some pairs of inputs are more alike than
 * others (two points of a circle can be opposite), and the correlation map is not linear, so pairs are followed in
 * groups of similar cosine and averaged at the end.
 */
import type { ActivationSpec } from '../types.ts';
import { pairMoment } from './correlation.ts';
import { activationMoments } from './variance.ts';

/** Moments of two examples' values over the units: `E[a²]`, `E[b²]`, `E[ab]`, in multiples of a unit squared. */
export interface Pair {
  readonly squares: readonly [number, number];
  readonly cross: number;
  /** `E[a]` and `E[b]`, in multiples of the unit. */
  readonly means: readonly [number, number];
}

const GROUPS = 8;
/** Number of groups per unit of the standard deviation of the cosines, up to GROUPS. */
const GROUPS_PER_SPREAD = 16;
/** Pairs whose cosines differ by less than this from their mean are followed as one. */
const ALIKE = 0.02;
/** Pairs are formed among this many evenly spaced examples, and their cosines shifted to the mean over all pairs. */
const EXAMPLES = 48;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The cosine of a pair; 0 if one of its examples is 0. */
export const cosineOf = ({ squares, cross }: Pair): number => {
  const size = Math.sqrt(squares[0] * squares[1]);
  return size === 0 ? 0 : Math.min(1, Math.max(-1, cross / size));
};

/** Measured over all examples. */
interface Whole {
  /** Mean cosine of two different examples; NaN if fewer than two are nonzero. */
  readonly cosine: number;
  /** Mean of all values. */
  readonly mean: number;
}

/** Groups of pairs of the rows of `values [rows × cols]`; none if fewer than two rows are nonzero. */
export function pairsOf(
  values: Float32Array | Float64Array,
  rows: number,
  whole: Whole,
): readonly Pair[] {
  if (Number.isNaN(whole.cosine)) return [];
  const cols = values.length / rows;
  const count = Math.min(EXAMPLES, rows);
  const starts = Array.from({ length: count }, (_, i) => Math.floor((i * rows) / count) * cols);
  const product = (a: number, b: number): number => {
    let sum = 0;
    for (let i = 0; i < cols; i += 1) sum += (values[a + i] ?? 0) * (values[b + i] ?? 0);
    return sum / cols;
  };
  const squares = starts.map((start) => product(start, start));
  const found: { readonly c: number; readonly q: readonly [number, number] }[] = [];
  for (const [i, a] of starts.entries()) {
    for (const [j, b] of starts.slice(0, i).entries()) {
      const [x, y] = [squares[i] ?? 0, squares[j] ?? 0];
      const q = [Math.min(x, y), Math.max(x, y)] as const;
      if (q[0] > 0) found.push({ c: product(a, b) / Math.sqrt(x * y), q });
    }
  }
  if (found.length === 0) return [];
  const centre = mean(found.map(({ c }) => c));
  const shift = whole.cosine - centre;
  const sorted = found.toSorted((a, b) => a.c - b.c);
  const spread = Math.sqrt(mean(found.map(({ c }) => (c - centre) ** 2)));
  const groups = Math.min(GROUPS, Math.ceil(spread * GROUPS_PER_SPREAD) || 1, sorted.length);
  const edge = (g: number): number => Math.round((g * sorted.length) / groups);
  return Array.from({ length: groups }, (_, g): Pair => {
    const group = sorted.slice(edge(g), edge(g + 1));
    const q = [mean(group.map((p) => p.q[0])), mean(group.map((p) => p.q[1]))] as const;
    const c = Math.min(1, Math.max(-1, mean(group.map((p) => p.c)) + shift));
    return { squares: q, cross: c * Math.sqrt(q[0] * q[1]), means: [whole.mean, whole.mean] };
  });
}

/** A single pair if all are alike, otherwise the pairs unchanged. */
export function mergedPairs(pairs: readonly Pair[]): readonly Pair[] {
  const squares = [0, 1].map((i) => mean(pairs.map((pair) => pair.squares[i] ?? 0)));
  const [a = 0, b = 0] = squares;
  const centre = mean(pairs.map(cosineOf));
  const near = (pair: Pair): boolean =>
    Math.abs(cosineOf(pair) - centre) < ALIKE &&
    Math.abs(pair.squares[0] - a) <= ALIKE * a &&
    Math.abs(pair.squares[1] - b) <= ALIKE * b;
  return pairs.length > 1 && pairs.every(near)
    ? [
        {
          squares: [a, b],
          cross: centre * Math.sqrt(a * b),
          means: [
            mean(pairs.map((pair) => pair.means[0])),
            mean(pairs.map((pair) => pair.means[1])),
          ],
        },
      ]
    : pairs;
}

/** Central moments of a pair's pre-activations: `factor` is n·Var(w), `shared` the variance of the biases. */
export const summed = ({ squares, cross }: Pair, factor: number, shared: number): Pair => ({
  squares: [factor * squares[0] + shared, factor * squares[1] + shared],
  cross: factor * cross + shared,
  means: [0, 0],
});

export const scaledPair = ({ squares, cross, means }: Pair, ratio: number): Pair => ({
  squares: [squares[0] * ratio ** 2, squares[1] * ratio ** 2],
  cross: cross * ratio ** 2,
  means: [means[0] * ratio, means[1] * ratio],
});

/** Pairs of `a + factor · b` with b independent of a; a list with a single pair is broadcast. */
export function addedPairs(
  around: readonly Pair[],
  factor: number,
  branch: readonly Pair[],
): readonly Pair[] {
  if (around.length === 0 || branch.length === 0) return [];
  return Array.from({ length: Math.max(around.length, branch.length) }, (_, i): Pair => {
    const a = around[i] ?? around[0];
    const b = branch[i] ?? branch[0];
    if (a === undefined || b === undefined) throw new Error('a pair is missing');
    const square = (k: 0 | 1): number =>
      a.squares[k] + 2 * factor * a.means[k] * b.means[k] + factor ** 2 * b.squares[k];
    const mixed = a.means[0] * b.means[1] + a.means[1] * b.means[0];
    return {
      squares: [square(0), square(1)],
      cross: a.cross + factor * mixed + factor ** 2 * b.cross,
      means: [a.means[0] + factor * b.means[0], a.means[1] + factor * b.means[1]],
    };
  });
}

/** Mean of `E[ab]`. */
export const meanCross = (pairs: readonly Pair[]): number => mean(pairs.map(({ cross }) => cross));

/** Mean cosine of pre-activations with the common mean `bias`; `null` if there are no pairs or a square is 0. */
export function similarityOf(pairs: readonly Pair[], bias: number): number | null {
  const whole = pairs.map((pair) => summed(pair, 1, bias * bias));
  const nothing = whole.some(({ squares }) => squares[0] === 0 || squares[1] === 0);
  return nothing || whole.length === 0 ? null : mean(whole.map(cosineOf));
}

/** The pair after the activation, from pre-activations of mean `bias`; all in multiples of `unit`. */
export function activatedPair(act: ActivationSpec, pair: Pair, bias: number, unit: number): Pair {
  const [a, b] = pair.squares;
  const first = activationMoments(act, a, bias, unit);
  const second = a === b ? first : activationMoments(act, b, bias, unit);
  return {
    squares: [first.second, second.second],
    cross: pairMoment(act, { q: pair.squares, c: cosineOf(pair) }, bias, unit),
    means: [first.mean, second.mean],
  };
}
