/** Theoretical effect of residual blocks and normalization on an initialization. */
import { planOf } from '../passes/plan.ts';
import type { ExperimentConfig } from '../types.ts';
import { theoryOf } from './theory.ts';

export const NET_VARIANTS = [
  'plain',
  'batch',
  'layer',
  'residual',
  'residual-scaled',
  'residual-batch',
] as const;
export type NetVariant = (typeof NET_VARIANTS)[number];

const CHANGES: Readonly<Record<NetVariant, Pick<ExperimentConfig, 'block' | 'branch' | 'norm'>>> = {
  plain: { block: 'plain', branch: 1, norm: 'none' },
  batch: { block: 'plain', branch: 1, norm: 'batch' },
  layer: { block: 'plain', branch: 1, norm: 'layer' },
  residual: { block: 'residual1', branch: 1, norm: 'none' },
  'residual-scaled': { block: 'residual1', branch: '1/sqrt(L)', norm: 'none' },
  'residual-batch': { block: 'residual1', branch: 1, norm: 'batch' },
};

/** Standard deviations at both ends of the net. */
export interface VariantEnds {
  readonly variant: NetVariant;
  readonly steps: number;
  /** Std of the activations in the first and the last hidden layer; `null` if no theory is known. */
  readonly forward: readonly [number, number] | null;
  /** Std of dC/dz in the last and the first hidden layer. */
  readonly backward: readonly [number, number] | null;
  /** Similarity of the two inputs in the last layer. */
  readonly similarity: number | null;
}

/**
 * For fully connected nets with a unit Gaussian gradient on the last hidden layer. The inputs have the config's mean
 * square and are orthogonal before `input_mean` is added.
 */
export function netVariants(config: ExperimentConfig): readonly VariantEnds[] {
  return NET_VARIANTS.map((variant): VariantEnds => {
    const changed: ExperimentConfig = {
      ...config,
      ...CHANGES[variant],
      net: 'dense',
      input: 'gaussian',
      in: config.width,
      out: null,
      depth: Math.max(1, config.depth),
      backward: true,
    };
    const { input_mean: mean, input_std: std } = config;
    const square = mean ** 2 + std ** 2;
    const pair = { squares: [square, square], cross: mean ** 2, means: [mean, mean] } as const;
    const theory = theoryOf(planOf(changed), [Float64Array.of(square)], [pair], mean);
    let step = theory.next();
    while (step.done !== true) step = theory.next();
    const { points } = step.value;
    const [first] = points;
    const last = points.at(-1) ?? null;
    const steps = points.length - 1;
    if (!first || last === null)
      return { variant, steps, forward: null, backward: null, similarity: null };
    const { gradientStd: from } = last;
    const { gradientStd: to } = first;
    return {
      variant,
      steps,
      forward: [first.activationStd, last.activationStd],
      backward: from === null || to === null ? null : [from, to],
      similarity: last.similarity,
    };
  });
}
