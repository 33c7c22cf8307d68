/** A network that learns: its parameters, and room for the values of one step. */
import type { Kernels, Tensor } from '../kernels.ts';
import type { LayerRole } from '../passes/blocks.ts';
import type { LayerShape } from '../passes/layerShape.ts';
import { weightCount } from '../passes/layerShape.ts';
import type { LayerPlan } from '../passes/plan.ts';
import type { ActivationSpec, NormId } from '../types.ts';
import type { BatchNorm } from './batchNorm.ts';
import { allocateBatchNorm } from './batchNorm.ts';
import type { Dropout } from './dropout.ts';
import { allocateDropout } from './dropout.ts';
import type { LayerNorm } from './layerNorm.ts';
import { allocateLayerNorm } from './layerNorm.ts';

/** A learned factor on a residual branch (ReZero, Bachlechner et al. 2020); tensors of one number. */
export interface LearnedFactor {
  readonly value: Tensor;
  readonly gradient: Tensor;
}

export interface Layer {
  readonly shape: NetworkLayer;
  readonly isOutput: boolean;
  readonly role: LayerRole;
  /** Activation; `null` for the output layer and the last layer of a branch of two. */
  readonly act: ActivationSpec | null;
  /** `[units × fanIn]`. */
  readonly weights: Tensor;
  readonly weightGradient: Tensor;
  /** `[units]`. */
  readonly bias: Tensor;
  readonly biasGradient: Tensor;
  /** Pre-activations and output of the layer, `[rows × outputs]`. */
  readonly z: Tensor;
  readonly h: Tensor;
  readonly norm: BatchNorm | LayerNorm | null;
  readonly dropout: Dropout | null;
  /** Factor on the residual branch that ends in this layer. */
  readonly factor: number | LearnedFactor;
}

export interface Network {
  readonly layers: readonly Layer[];
  /** The batch to propagate, `[rows × inputs of the first layer]`. */
  readonly input: Tensor;
  /** dC/dlogits, later reused for dC/dz of other layers, `[rows × widest layer]`. */
  readonly dz: Tensor;
  /** Two buffers used alternately for dC/dh of a layer and of the one below. */
  readonly dh: readonly [Tensor, Tensor];
  /** Gradient of the skip connection around a branch of two layers; `null` if there is none. */
  readonly skip: Tensor | null;
  /** Largest number of rows that can be propagated at once. */
  readonly rows: number;
}

/** Shape of a layer, and its role in a residual block. */
export type NetworkLayer = LayerShape & Pick<LayerPlan, 'isOutput' | 'role' | 'factor' | 'norm'>;

export interface NetworkShape {
  /** Hidden layers, then the output layer. */
  readonly layers: readonly NetworkLayer[];
  readonly act: ActivationSpec;
  readonly rows: number;
  /** Probability that dropout keeps an activation; 1 means no dropout. */
  readonly keep: number;
}

/** Whether a residual branch ends in this layer. */
export const joins = (role: LayerRole): boolean => role === 'whole' || role === 'close';

/** Allocates all tensors of a network, so that a step allocates nothing. Throws OutOfMemory. */
export function allocateNetwork(kernels: Kernels, network: NetworkShape): Network {
  const { rows, keep } = network;
  const tensor = (length: number): Tensor => kernels.allocate(length, 'f32');
  const normOf = (norm: NormId, { units, places, outputs }: LayerShape): Layer['norm'] => {
    if (norm === 'batch') return allocateBatchNorm(kernels, units, rows * places);
    return norm === 'layer' ? allocateLayerNorm(kernels, units, outputs, rows) : null;
  };
  const layers = network.layers.map((shape): Layer => {
    const { units, outputs, role, isOutput, factor, norm } = shape;
    const weights = weightCount(shape);
    const act = isOutput || role === 'close' ? null : network.act;
    const learned = joins(role) && factor === 0;
    return {
      shape,
      isOutput,
      role,
      act,
      weights: tensor(weights),
      weightGradient: tensor(weights),
      bias: tensor(units),
      biasGradient: tensor(units),
      z: tensor(rows * outputs),
      h: tensor(rows * outputs),
      norm: normOf(norm, shape),
      dropout: act === null || keep === 1 ? null : allocateDropout(kernels, keep, rows * outputs),
      factor: learned ? { value: tensor(1), gradient: tensor(1) } : factor,
    };
  });
  const widest = Math.max(...network.layers.flatMap(({ inputs, outputs }) => [inputs, outputs]));
  return {
    layers,
    input: tensor(rows * (network.layers[0]?.inputs ?? 0)),
    dz: tensor(rows * widest),
    dh: [tensor(rows * widest), tensor(rows * widest)],
    skip: layers.some(({ role }) => role === 'close') ? tensor(rows * widest) : null,
    rows,
  };
}

/** The factor on the branch that ends in a layer. */
export const factorOf = (kernels: Kernels, { factor }: Layer): number =>
  typeof factor === 'number' ? factor : (kernels.view(factor.value)[0] ?? 0);
