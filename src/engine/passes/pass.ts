/** The events of a run, with the tensors to measure. */
import type { Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import type { Summary } from '../types.ts';
import type { LayerPlan } from './plan.ts';

/** A layer in which lsuv did not reach variance 1. */
export interface RunNote {
  /**
   * `lsuv-no-signal`: the layer receives no signal, so its weights stay orthonormal. `lsuv-not-reached`:
   * scaling the weights did not bring the variance to 1, for example because that of the biases is larger.
   */
  readonly code: 'lsuv-no-signal' | 'lsuv-not-reached';
  readonly layer: number;
}

/** Tensors are valid until the generator is resumed. */
export type Pass =
  | Tick
  | { readonly type: 'input'; readonly x: Tensor }
  | {
      readonly type: 'forward';
      readonly plan: LayerPlan;
      readonly weights: Tensor;
      /** The factors by which lsuv multiplied the drawn weights. */
      readonly factors: readonly number[];
      readonly bias: Tensor;
      readonly z: Tensor;
      /** Measurements of z, if another thread has made them. */
      readonly zSummary: Summary | null;
      /** The same tensor as `z` for the output layer. */
      readonly h: Tensor;
    }
  | {
      readonly type: 'backward';
      readonly plan: LayerPlan;
      readonly dz: Tensor;
      /** Measurements of dz, if another thread has made them. */
      readonly dzSummary: Summary | null;
      readonly dWeights: Tensor | null;
    }
  /** Always the last. */
  | {
      readonly type: 'end';
      /** Mean softmax cross-entropy of the batch; `null` without labels. */
      readonly loss: number | null;
      readonly notes: readonly RunNote[];
    };
