/**
 * At infinite width the pre-activations of one example are independent N(μ_b, q) over the units, with
 * q = n·Var(w)·E[h²] + Var(b). The moments of a layer follow from those of the one below, through normalization,
 * activation and residual branch (Poole et al. 2016, eq. 3; for residual nets Yang and Schoenholz 2017, section 3).
 */
import type { WeightMoments } from '../rules/draw.ts';
import { drawMoments } from '../rules/draw.ts';
import type { Tick } from '../pace.ts';
import { TICK } from '../pace.ts';
import type { LayerPlan, Plan } from '../passes/plan.ts';
import type { ActivationSpec } from '../types.ts';
import { averageOf, merge, mixed } from './groups.ts';
import type { BatchGradient } from './normalized.ts';
import { batchNormalized, layerNormalized } from './normalized.ts';
import type { Pair } from './pairs.ts';
import { activatedPair, mergedPairs, similarityOf, summed } from './pairs.ts';
import { incoming } from './places.ts';
import type { Signal } from './signal.ts';
import { added, rescaled, stdOf } from './signal.ts';
import type { Variance } from './unit.ts';
import { unitOf, varianceOf } from './unit.ts';
import { activationMoments } from './variance.ts';

/** One layer of the forward theory. */
export interface ForwardPoint {
  readonly activationStd: number;
  readonly preActivationStd: number;
  readonly similarity: number | null;
  /** E[h²] at each place, over all examples. */
  readonly placeSquares: Float64Array;
  /** E[f′²]: an array per group with a number per place. */
  readonly slopes: readonly Float64Array[];
  /** Var(w), including the scaling by lsuv. */
  readonly weights: Variance;
  /** Mean square of the factor that normalization puts on a gradient. */
  readonly inverse: Variance;
  readonly batchNorm: BatchGradient | null;
}

const LINEAR = { id: 'linear', params: {} } as const satisfies ActivationSpec;
const ONE: Variance = { value: 1, unit: 1 };

/**
 * Var(w); `null` if the mean is not 0, since units then share a term and no Gaussian limit is known. `feeding`:
 * mean squares of a unit's inputs, in multiples of `unit²`.
 */
function weightVariance(
  { fanIn, units, draw, weightFactor }: LayerPlan,
  bias: WeightMoments,
  feeding: readonly Float64Array[],
  unit: number,
): Variance | null {
  if (weightFactor === 0) return { value: 0, unit: 1 };
  if (draw.kind === 'lsuv') {
    const signal = fanIn * averageOf(feeding);
    if (!(signal > 0)) return { value: 1 / Math.max(fanIn, units), unit: 1 };
    return { value: Math.max(0, 1 - bias.std ** 2) / signal, unit: 1 / unit };
  }
  const moments = drawMoments(draw, fanIn, units);
  return moments === null || moments.mean !== 0 ? null : varianceOf(moments.std * weightFactor);
}

/** Central second moments of the pre-activations, in multiples of `unit²`. */
interface Summed {
  readonly lengths: readonly Float64Array[];
  readonly pairs: readonly Pair[];
  readonly mean: number;
  readonly unit: number;
  readonly inverse: Variance;
  readonly batchNorm: BatchGradient | null;
}

function normalized(plan: Plan, layer: LayerPlan, act: ActivationSpec, z: Summed): Summed | null {
  if (layer.norm === 'none') return z;
  const found =
    layer.norm === 'layer' ? layerNormalized(z) : batchNormalized(z, act, plan.config.batch);
  if (found === null) return null;
  const { lengths, pairs, inverse, gradient } = found;
  return { lengths: merge(lengths), pairs, mean: 0, unit: 1, inverse, batchNorm: gradient };
}

/** The theory of each layer, up to the first for which none is known. */
export function* forwardTheory(
  plan: Plan,
  input: Signal,
): Generator<Tick, readonly ForwardPoint[], void> {
  const points: ForwardPoint[] = [];
  let below = input;
  /** Input of the current residual block, passed through its skip connection. */
  let around = input;
  for (const layer of plan.layers) {
    const bias = drawMoments(layer.biasDraw, 1, layer.units) ?? { mean: 0, std: 0 };
    const feeding = below.seconds.map((group) => incoming(layer, group));
    const weights = weightVariance(layer, bias, feeding, below.unit);
    if (weights === null) return points;
    const product = below.unit * weights.unit;
    const scale = unitOf(Math.max(product, bias.std, Math.abs(bias.mean)));
    const factor = layer.fanIn * weights.value * (product / scale) ** 2;
    const shared = (bias.std / scale) ** 2;
    const raw: Summed = {
      lengths: merge(feeding.map((group) => group.map((x) => factor * x + shared))),
      pairs: mergedPairs(below.pairs.map((pair) => summed(pair, factor, shared))),
      mean: bias.mean / scale,
      unit: scale,
      inverse: ONE,
      batchNorm: null,
    };
    const linear = layer.isOutput || layer.role === 'close';
    const act = linear ? LINEAR : plan.config.act;
    const z = normalized(plan, layer, act, raw);
    if (z === null) return points;
    const { lengths, mean, unit } = z;
    const means: Float64Array[] = [];
    const seconds: Float64Array[] = [];
    const slopes: Float64Array[] = [];
    for (const group of lengths) {
      const moments = Array.from(group, (q) => activationMoments(act, q, mean, unit));
      means.push(Float64Array.from(moments, (m) => m.mean));
      seconds.push(Float64Array.from(moments, (m) => m.second));
      slopes.push(Float64Array.from(moments, (m) => m.slope));
      yield TICK;
    }
    const pairs = z.pairs.map((pair) => activatedPair(act, pair, mean, unit));
    yield TICK;
    const branch: Signal = { means, seconds, pairs, unit };
    if (layer.role === 'open' || layer.role === 'whole') around = below;
    const out =
      layer.role === 'whole' || layer.role === 'close'
        ? added(around, layer.factor, branch)
        : branch;
    points.push({
      activationStd: stdOf(out),
      preActivationStd: Math.sqrt(averageOf(lengths)) * unit,
      placeSquares: mixed(out.seconds).map((second) => second * out.unit ** 2),
      similarity: similarityOf(z.pairs, mean),
      slopes,
      weights,
      inverse: z.inverse,
      batchNorm: z.batchNorm,
    });
    below = rescaled(out);
  }
  return points;
}
