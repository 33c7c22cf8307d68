/** What a run passes to its measurements. */
import type { Tensor } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import type { LayerPlan } from './plan.ts';

/** What lsuv could not do in a layer. */
export interface RunNote {
  /**
   * `lsuv-no-signal`: the data give the layer none, so that it stays orthonormal. `lsuv-not-reached`:
   * scaling weights did not bring the variance to 1, as where that of the biases alone is larger.
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
      readonly bias: Tensor;
      readonly z: Tensor;
      /** The same tensor as `z` for the output layer. */
      readonly h: Tensor;
    }
  | {
      readonly type: 'backward';
      readonly plan: LayerPlan;
      readonly dz: Tensor;
      readonly dWeights: Tensor | null;
    }
  /** Always the last. */
  | {
      readonly type: 'end';
      /** Mean softmax cross-entropy of the batch; `null` without labels. */
      readonly loss: number | null;
      readonly notes: readonly RunNote[];
    };
