/** What one linear layer makes of a variance, on the way forward and on the way back. */
import { drawMoments } from '../rules/draw.ts';
import { initializer } from '../rules/initializer.ts';
import type { Params } from '../rules/params.ts';
import { completeInitializer } from '../rules/spec.ts';
import type { InitializerId, InitializerSpec } from '../types.ts';

const spec = (id: InitializerId, params: Params = {}): InitializerSpec =>
  completeInitializer({ id, params }).value;

/** Rules for the variance of one weight, all of mean 0. */
export const VARIANCE_RULES = {
  'fan-in': spec('lecun_normal'),
  'fan-out': spec('variance_scaling', { scale: 1, mode: 'fan_out', distribution: 'normal' }),
  xavier: spec('xavier_normal'),
  he: spec('he_normal'),
  fixed: spec('random_normal', { std: 0.1 }),
} as const;
export type VarianceRule = keyof typeof VARIANCE_RULES;

export interface LayerFactors {
  /** Var(w). */
  readonly variance: number;
  /** `n_in · Var(w)`: Var(z) over Var(x), a sum over the inputs. */
  readonly forward: number;
  /** `n_out · Var(w)`: the same for the gradient, a sum over the outputs. */
  readonly backward: number;
}

/** Glorot & Bengio 2010, eq. 5 and 6, for a single layer. */
export function layerFactors(rule: VarianceRule, fanIn: number, fanOut: number): LayerFactors {
  const { id, params } = VARIANCE_RULES[rule];
  const moments = drawMoments(initializer(id).draw(params, fanIn, fanOut), fanIn, fanOut);
  const variance = (moments?.std ?? Number.NaN) ** 2;
  return { variance, forward: fanIn * variance, backward: fanOut * variance };
}
