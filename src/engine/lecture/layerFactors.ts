/** Factors by which one layer multiplies a mean square, forward and backward. */
import { laneConfig } from '../lab/lab.ts';
import type { Lab } from '../lab/lab.ts';
import { planOf } from '../passes/plan.ts';
import { drawMoments } from '../rules/draw.ts';
import { initializer } from '../rules/initializer.ts';
import { activationMoments } from '../theory/variance.ts';
import type { Params } from '../rules/params.ts';
import { completeActivation, completeInitializer, printInitializer } from '../rules/spec.ts';
import type { ActivationId, InitializerId, InitializerSpec } from '../types.ts';

const spec = (id: InitializerId, params: Params = {}): InitializerSpec =>
  completeInitializer({ id, params }).value;

/** Rules for the variance of a weight, all with mean 0. */
export const VARIANCE_RULES = {
  'fan-in': spec('lecun_normal'),
  'fan-out': spec('variance_scaling', { scale: 1, mode: 'fan_out', distribution: 'normal' }),
  xavier: spec('xavier_normal'),
  he: spec('he_normal'),
  fixed: spec('random_normal', { std: 0.1 }),
} as const;
export type VarianceRule = keyof typeof VARIANCE_RULES;

const isRule = (id: string): id is VarianceRule => Object.hasOwn(VARIANCE_RULES, id);

/** The rule that this initializer is; `null` if it is none of them. */
function ruleOf(initializer: InitializerSpec): VarianceRule | null {
  const asked = printInitializer(initializer);
  const found = Object.entries(VARIANCE_RULES).find(([, each]) => printInitializer(each) === asked);
  return found !== undefined && isRule(found[0]) ? found[0] : null;
}

/** Activations that keep the same share of a mean square whatever its size. */
export type ScaleFreeActivation = Extract<ActivationId, 'linear' | 'relu'>;

export interface LayerFactors {
  /** Var(w). */
  readonly variance: number;
  /** The activation's factor on a mean square, E[f²]/E[z²] forward and E[f′²] backward: 1, or ½ for ReLU. */
  readonly left: number;
  /** `n_in · Var(w)`, from the sum over the inputs, times the activation's factor. */
  readonly forward: number;
  /** `n_out · Var(w)`: the same for the gradient, a sum over the outputs. */
  readonly backward: number;
}

/** Glorot & Bengio 2010, eq. 5 and 6, for a single layer; with ReLU He et al. 2015, eq. 7 and 13. */
export function layerFactors(
  rule: VarianceRule,
  fanIn: number,
  fanOut: number,
  act: ScaleFreeActivation = 'linear',
): LayerFactors {
  const { id, params } = VARIANCE_RULES[rule];
  const moments = drawMoments(initializer(id).draw(params, fanIn, fanOut), fanIn, fanOut);
  const variance = (moments?.std ?? Number.NaN) ** 2;
  const left = activationMoments(completeActivation({ id: act, params: {} }).value, 1).slope;
  return { variance, left, forward: fanIn * variance * left, backward: fanOut * variance * left };
}

/** A layer's fans, and its rule if it is in the table. */
interface RuledLayer {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly rule: VarianceRule | null;
}

/** The first layer of the lab's first lane. */
export function firstLayer(lab: Lab): RuledLayer | null {
  const [lane] = lab.lanes;
  const [layer] = lane === undefined ? [] : planOf(laneConfig(lab, lane)).layers;
  if (lane === undefined || layer === undefined) return null;
  return { fanIn: layer.fanIn, fanOut: layer.fanOut, rule: ruleOf(lane.initializer) };
}
