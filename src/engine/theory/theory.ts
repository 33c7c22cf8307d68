/**
 * What the measured spreads converge to as widths grow. At infinite width the pre-activations of one
 * example are independent N(μ_b, q) over the units, q = n·Var(w)·E[h²] + Var(b). A spread is measured
 * over units and examples together, and examples differ in q (an example of norm 2 stays larger than
 * one of norm 1), so the theory follows groups of examples of similar norm and mixes them at the end.
 */
import type { WeightMoments } from '../rules/draw.ts';
import { drawMoments } from '../rules/draw.ts';
import type { Tick } from '../pace.ts';
import { TICK } from '../pace.ts';
import type { LayerPlan, Plan } from '../passes/plan.ts';
import type { TheoryPoint } from '../types.ts';
import type { Pair } from './pairs.ts';
import { activatedPair, mergedPairs, similarityOf, summed } from './pairs.ts';
import { incoming, outgoing } from './places.ts';
import type { Variance } from './unit.ts';
import { unitOf, varianceOf } from './unit.ts';
import { activationMoments } from './variance.ts';

/** Examples are followed in this many groups of equal size, in one once they are alike. */
const GROUPS = 32;
/** Fewer where each has many places: what has no closed form is integrated at every one of them. */
const MAX_POINTS = 512;
/** Alike: coefficient of variation of q below this. */
const ALIKE = 0.02;

const average = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0;
  return sum / values.length;
};

/** Over groups and places. */
const averageOf = (groups: readonly Float64Array[]): number => average(groups.map(average));

/** The mean of groups, place by place. */
function mixed(groups: readonly Float64Array[]): Float64Array {
  const first = groups[0] ?? new Float64Array(0);
  return first.map((_, place) => average(groups.map((group) => group[place] ?? 0)));
}

/**
 * Mean squares of the inputs, an array per example with a number per place, as at most GROUPS averages of
 * neighbours by size.
 */
export function groupExamples(examples: readonly Float64Array[]): readonly Float64Array[] {
  const sorted = examples.toSorted((a, b) => average(a) - average(b));
  const places = sorted[0]?.length ?? 1;
  const most = Math.max(1, Math.min(GROUPS, Math.floor(MAX_POINTS / places)));
  const groups = Math.min(most, sorted.length);
  const edge = (g: number): number => Math.round((g * sorted.length) / groups);
  return merge(Array.from({ length: groups }, (_, g) => mixed(sorted.slice(edge(g), edge(g + 1)))));
}

function merge(groups: readonly Float64Array[]): readonly Float64Array[] {
  const mean = mixed(groups);
  const near = (value: number, place: number): boolean =>
    Math.abs(value - (mean[place] ?? 0)) <= ALIKE * (mean[place] ?? 0);
  return groups.every((group) => group.every(near)) ? [mean] : groups;
}

/** One layer of the forward theory. */
interface ForwardPoint {
  readonly activationStd: number;
  readonly similarity: number | null;
  readonly preActivationStd: number;
  /** E[h²] at each place, over all examples. */
  readonly placeSquares: Float64Array;
  /** E[f′²], an array per group with a number per place. */
  readonly slopes: readonly Float64Array[];
  /** Var(w), lsuv's scaling included. */
  readonly weights: Variance;
}

/** Mean squares, an array per group with a number per place, as multiples of `unit²`. */
interface MeanSquares {
  readonly values: readonly Float64Array[];
  readonly unit: number;
}

/** The same ones in the unit of their own size. */
function rescaled({ values, unit }: MeanSquares): MeanSquares {
  const factor = unitOf(Math.sqrt(averageOf(values)));
  return {
    values: values.map((group) => group.map((value) => value / factor ** 2)),
    unit: unit * factor,
  };
}

/**
 * Zero-mean weights only: with a mean, units share a term and no Gaussian limit is known. `feeding`: mean
 * squares of the numbers that feed a unit.
 */
function weightVariance(
  { fanIn, units, draw }: LayerPlan,
  bias: WeightMoments,
  feeding: MeanSquares,
): Variance | null {
  if (draw.kind === 'lsuv') {
    const signal = fanIn * averageOf(feeding.values);
    if (!(signal > 0)) return { value: 1 / Math.max(fanIn, units), unit: 1 };
    return { value: Math.max(0, 1 - bias.std ** 2) / signal, unit: 1 / feeding.unit };
  }
  const moments = drawMoments(draw, fanIn, units);
  return moments === null || moments.mean !== 0 ? null : varianceOf(moments.std);
}

/** Up to the first layer without a theory. `examples`: mean squares of the inputs, place by place. */
function* forwardTheory(
  plan: Plan,
  examples: readonly Float64Array[],
  pairs: readonly Pair[],
): Generator<Tick, readonly ForwardPoint[], void> {
  const points: ForwardPoint[] = [];
  let inputs: MeanSquares = { values: groupExamples(examples), unit: 1 };
  let below = pairs;
  for (const layer of plan.layers) {
    const bias = drawMoments(layer.biasDraw, 1, layer.units) ?? { mean: 0, std: 0 };
    const feeding = { ...inputs, values: inputs.values.map((group) => incoming(layer, group)) };
    const weights = weightVariance(layer, bias, feeding);
    if (weights === null) return points;
    const product = inputs.unit * weights.unit;
    const unit = unitOf(Math.max(product, bias.std, Math.abs(bias.mean)));
    const factor = layer.fanIn * weights.value * (product / unit) ** 2;
    const lengths = merge(
      feeding.values.map((group) => group.map((x) => factor * x + (bias.std / unit) ** 2)),
    );
    const sums = mergedPairs(below.map((pair) => summed(pair, factor, (bias.std / unit) ** 2)));
    const act = layer.isOutput ? ({ id: 'linear', params: {} } as const) : plan.config.act;
    const means: number[] = [];
    const seconds: Float64Array[] = [];
    const slopes: Float64Array[] = [];
    for (const group of lengths) {
      const moments = Array.from(group, (q) => activationMoments(act, q, bias.mean / unit, unit));
      means.push(average(moments.map((m) => m.mean)));
      seconds.push(Float64Array.from(moments, (m) => m.second));
      slopes.push(Float64Array.from(moments, (m) => m.slope));
      yield TICK;
    }
    points.push({
      activationStd: Math.sqrt(Math.max(0, averageOf(seconds) - average(means) ** 2)) * unit,
      preActivationStd: Math.sqrt(averageOf(lengths)) * unit,
      placeSquares: mixed(seconds).map((second) => second * unit * unit),
      slopes,
      similarity: sums.length === 0 ? null : similarityOf(sums, bias.mean / unit),
      weights,
    });
    inputs = rescaled({ values: seconds, unit });
    const rescale = (unit / inputs.unit) ** 2;
    below = sums.map((pair) => activatedPair(act, pair, bias.mean / unit, unit, rescale));
    yield TICK;
  }
  return points;
}

/**
 * Std of dC/dz per layer from the second moment of the gradient put on the network's end (dC/dh of the
 * last hidden layer, or dC/dz of the output layer), weights going backward taken as independent of those
 * going forward: `g ← n_out · Var(w) · g · E[f′²]` (Glorot & Bengio 2010, eq. 6; He et al. 2015, eq. 13).
 */
function backwardTheory(
  plan: Plan,
  points: readonly ForwardPoint[],
  outputSecond: number,
): readonly number[] {
  const stds: number[] = [];
  const end = plan.layers.at(-1)?.places ?? 1;
  let above: MeanSquares = { values: [new Float64Array(end).fill(outputSecond)], unit: 1 };
  for (let index = plan.layers.length - 1; index >= 0; index -= 1) {
    const point = points[index];
    const layer = plan.layers[index];
    if (point === undefined || layer === undefined) return [];
    const { values, unit } = above;
    // Alike examples above may be different ones below, never the other way round.
    const here = point.slopes.map((slopes, g) => {
      const given = values[g] ?? values[0];
      return slopes.map((slope, place) => (layer.isOutput ? 1 : slope) * (given?.[place] ?? 0));
    });
    stds.unshift(Math.sqrt(averageOf(here)) * unit);
    const places = plan.layers[index - 1]?.places ?? 1;
    const factor = layer.fanOut * point.weights.value;
    const below = here.map((group) => outgoing(layer, group, places).map((x) => x * factor));
    above = rescaled({ values: below, unit: unit * point.weights.unit });
  }
  return stds;
}

export interface Theory {
  /** Index = layer − 1, the output layer last; `null` where nothing is known. */
  readonly points: readonly (TheoryPoint | null)[];
  /** E[h²] at each place, over all examples; index as above. */
  readonly placeSquares: readonly (Float64Array | null)[];
  /** Std of dC/dz per layer, given the mean square of the gradient put on the output. */
  readonly gradients: (outputSecond: number) => readonly (number | null)[];
}

/**
 * The theory of a run. Gradients are in the points already where the unit Gaussian is put on the
 * output; with labels they follow from the measured loss gradient. `examples`: mean squares of the inputs, `pairs`:
 * of which one wants to know how alike they stay.
 */
export function* theoryOf(
  plan: Plan,
  examples: readonly Float64Array[],
  pairs: readonly Pair[],
): Generator<Tick, Theory, void> {
  const forward = yield* forwardTheory(plan, examples, pairs);
  const gradients = (outputSecond: number): readonly (number | null)[] => {
    const stds = backwardTheory(plan, forward, outputSecond);
    return plan.layers.map((_, index) => stds[index] ?? null);
  };
  const { config, architecture } = plan;
  const known = config.backward && architecture.classes === null ? gradients(1) : [];
  const points = plan.layers.map((_, index) => {
    const point = forward[index];
    if (point === undefined) return null;
    const { activationStd, preActivationStd, similarity } = point;
    return { activationStd, preActivationStd, gradientStd: known[index] ?? null, similarity };
  });
  const placeSquares = plan.layers.map((_, index) => forward[index]?.placeSquares ?? null);
  return { points, placeSquares, gradients };
}

/** How many powers of ten a measurement lies from the theory; 0 when both are 0. */
export function distance(measured: number, theory: number): number {
  return measured === theory ? 0 : Math.abs(Math.log10(measured / theory));
}
