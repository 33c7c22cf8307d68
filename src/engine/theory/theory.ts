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
import type { Variance } from './unit.ts';
import { unitOf, varianceOf } from './unit.ts';
import { activationMoments } from './variance.ts';

/** Examples are followed in this many groups of equal size, in one once they are alike. */
const GROUPS = 32;
/** Alike: coefficient of variation of q below this. */
const ALIKE = 0.02;

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean squares of the inputs, one per example, as at most GROUPS averages of neighbours by size. */
export function groupExamples(meanSquares: readonly number[]): readonly number[] {
  const sorted = [...meanSquares].sort((a, b) => a - b);
  const groups = Math.min(GROUPS, sorted.length);
  const edge = (g: number): number => Math.round((g * sorted.length) / groups);
  return merge(
    Array.from({ length: groups }, (_, g) => average(sorted.slice(edge(g), edge(g + 1)))),
  );
}

function merge(groups: readonly number[]): readonly number[] {
  const mean = average(groups);
  const alike = groups.every((group) => Math.abs(group - mean) <= ALIKE * mean);
  return alike ? [mean] : groups;
}

/** One layer of the forward theory. */
interface ForwardPoint {
  readonly activationStd: number;
  readonly preActivationStd: number;
  /** E[f′²], one number per group. */
  readonly slopes: readonly number[];
  /** Var(w), lsuv's scaling included. */
  readonly weights: Variance;
}

/** Mean squares, one per group, as multiples of `unit²`. */
interface MeanSquares {
  readonly values: readonly number[];
  readonly unit: number;
}

/** The same ones in the unit of their own size. */
function rescaled({ values, unit }: MeanSquares): MeanSquares {
  const factor = unitOf(Math.sqrt(average(values)));
  return { values: values.map((value) => value / factor ** 2), unit: unit * factor };
}

/** Zero-mean weights only: with a mean, units share a term and no Gaussian limit is known. */
function weightVariance(
  { fanIn, fanOut, draw }: LayerPlan,
  bias: WeightMoments,
  { values, unit }: MeanSquares,
): Variance | null {
  if (draw.kind === 'lsuv') {
    const signal = fanIn * average(values);
    if (!(signal > 0)) return { value: 1 / Math.max(fanIn, fanOut), unit: 1 };
    return { value: Math.max(0, 1 - bias.std ** 2) / signal, unit: 1 / unit };
  }
  const moments = drawMoments(draw, fanIn, fanOut);
  return moments === null || moments.mean !== 0 ? null : varianceOf(moments.std);
}

/** Up to the first layer without a theory. `meanSquares`: of the inputs, one per example. */
function* forwardTheory(
  plan: Plan,
  meanSquares: readonly number[],
): Generator<Tick, readonly ForwardPoint[], void> {
  const points: ForwardPoint[] = [];
  let inputs: MeanSquares = { values: groupExamples(meanSquares), unit: 1 };
  for (const layer of plan.layers) {
    const bias = drawMoments(layer.biasDraw, 1, layer.fanOut) ?? { mean: 0, std: 0 };
    const weights = weightVariance(layer, bias, inputs);
    if (weights === null) return points;
    const product = inputs.unit * weights.unit;
    const unit = unitOf(Math.max(product, bias.std, Math.abs(bias.mean)));
    const shrink = (product / unit) ** 2;
    const all = inputs.values.map(
      (second) => layer.fanIn * weights.value * second * shrink + (bias.std / unit) ** 2,
    );
    const lengths = merge(all);
    const act = layer.isOutput ? ({ id: 'linear', params: {} } as const) : plan.config.act;
    const moments = lengths.map((q) => activationMoments(act, q, bias.mean / unit, unit));
    const mean = average(moments.map((m) => m.mean));
    const seconds = moments.map((m) => m.second);
    points.push({
      activationStd: Math.sqrt(Math.max(0, average(seconds) - mean ** 2)) * unit,
      preActivationStd: Math.sqrt(average(lengths)) * unit,
      slopes: moments.map((m) => m.slope),
      weights,
    });
    inputs = rescaled({ values: seconds, unit });
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
  let above: MeanSquares = { values: [outputSecond], unit: 1 };
  for (let index = plan.layers.length - 1; index >= 0; index -= 1) {
    const point = points[index];
    const layer = plan.layers[index];
    if (point === undefined || layer === undefined) return [];
    const { values, unit } = above;
    // Alike examples above may be different ones below, never the other way round.
    const here = point.slopes.map(
      (slope, g) => (layer.isOutput ? 1 : slope) * (values[g] ?? values[0] ?? 0),
    );
    stds.unshift(Math.sqrt(average(here)) * unit);
    const below = here.map((second) => second * layer.fanOut * point.weights.value);
    above = rescaled({ values: below, unit: unit * point.weights.unit });
  }
  return stds;
}

export interface Theory {
  /** Index = layer − 1, the output layer last; `null` where nothing is known. */
  readonly points: readonly (TheoryPoint | null)[];
  /** Std of dC/dz per layer, given the mean square of the gradient put on the output. */
  readonly gradients: (outputSecond: number) => readonly (number | null)[];
}

/**
 * The theory of a run. Gradients are in the points already where the unit Gaussian is put on the
 * output; with labels they follow from the measured loss gradient.
 */
export function* theoryOf(
  plan: Plan,
  meanSquares: readonly number[],
): Generator<Tick, Theory, void> {
  const forward = yield* forwardTheory(plan, meanSquares);
  const gradients = (outputSecond: number): readonly (number | null)[] => {
    const stds = backwardTheory(plan, forward, outputSecond);
    return plan.layers.map((_, index) => stds[index] ?? null);
  };
  const { config, architecture } = plan;
  const known = config.backward && architecture.classes === null ? gradients(1) : [];
  const points = plan.layers.map((_, index) => {
    const point = forward[index];
    if (point === undefined) return null;
    const { activationStd, preActivationStd } = point;
    return { activationStd, preActivationStd, gradientStd: known[index] ?? null };
  });
  return { points, gradients };
}

/** How many powers of ten a measurement lies from the theory; 0 when both are 0. */
export function distance(measured: number, theory: number): number {
  return measured === theory ? 0 : Math.abs(Math.log10(measured / theory));
}
