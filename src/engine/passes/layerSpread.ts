/** The std per layer of one lane and nothing else, for runs of many seeds. */
import type { Kernels, Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { passes } from './passes.ts';
import { planOf } from './plan.ts';
import type { ExperimentConfig } from '../types.ts';

/** Index = layer − 1, hidden layers only; stds as in Summary, over the finite values. */
export interface Spread {
  readonly activationStd: readonly number[];
  /** dC/dz; `null` without a backward pass. */
  readonly gradientStd: readonly number[] | null;
  /** Mean cosine of two examples' pre-activations. */
  readonly similarity: readonly number[];
}

function stdOf(kernels: Kernels, values: Tensor): number {
  const request = { low: -Infinity, high: Infinity, sharedBins: 1, ownBins: 1 };
  return kernels.measure(values, { ...request, shared: [-1, 1] }).std;
}

/** Like propagate, but without histograms and dC/dW. Throws OutOfMemory; abandon it with `return()`. */
export function* spread(config: ExperimentConfig, kernels: Kernels): Generator<Tick, Spread, void> {
  const activationStd: number[] = [];
  const gradientStd: number[] = [];
  const similarity: number[] = [];
  for (const pass of passes(planOf(config), kernels, { weightGradients: false })) {
    if (pass.type === 'tick') yield pass;
    else if (pass.type === 'forward' && !pass.plan.isOutput) {
      activationStd.push(stdOf(kernels, pass.h));
      similarity.push(kernels.meanCosine(pass.z, config.batch));
    } else if (pass.type === 'backward' && !pass.plan.isOutput) {
      gradientStd.unshift(stdOf(kernels, pass.dz));
    }
  }
  return { activationStd, gradientStd: config.backward ? gradientStd : null, similarity };
}
