/** The plan of a run: its layers with their sizes and draws, and its tensors. */
import type { Architecture } from './architecture.ts';
import { allLayers, architecture } from './architecture.ts';
import type { LayerShape } from './layerShape.ts';
import { weightCount } from './layerShape.ts';
import { labBatch } from '../data/generate.ts';
import type { Draw } from '../rules/draw.ts';
import { initializer } from '../rules/initializer.ts';
import type { ElementType, Kernels, Tensor } from '../kernels.ts';
import type { Notice } from '../notice.ts';
import { stream } from '../rng.ts';
import type { ExperimentConfig, InitializerSpec, NormId } from '../types.ts';
import { blockCount, branchFactor, rolesOf, weightFactor } from './blocks.ts';
import type { LayerRole } from './blocks.ts';
import { normGroups } from './standardize.ts';

/** One layer with its draws. */
export interface LayerPlan extends LayerShape {
  /** 1 … depth, the output layer depth + 1. */
  readonly layer: number;
  /** Whether this is the linear layer after the hidden ones. */
  readonly isOutput: boolean;
  readonly draw: Draw;
  readonly biasDraw: Draw;
  /** Role in a residual block; the output layer is plain. */
  readonly role: LayerRole;
  /** Factor on the residual branch that ends in this layer; 1 if none does. */
  readonly factor: number;
  /** Factor on the drawn weights. */
  readonly weightFactor: number;
  /** Normalization of its pre-activations; `none` if no activation follows. */
  readonly norm: NormId;
}

export interface Plan {
  readonly config: ExperimentConfig;
  readonly architecture: Architecture;
  readonly layers: readonly LayerPlan[];
  readonly type: ElementType;
  readonly notices: readonly Notice[];
}

const drawOf = ({ id, params }: InitializerSpec, { fanIn, fanOut }: LayerShape): Draw =>
  initializer(id).draw(params, fanIn, fanOut);

/** The plan of a clamped, complete config (config.ts: clampConfig), its input resolved. */
export function planOf(given: ExperimentConfig): Plan {
  const { value, notices } = architecture(given);
  const config = { ...given, input: value.input };
  const roles = rolesOf(config.block, value.hidden);
  const blocks = blockCount(roles);
  const layers = allLayers(value).map((fans, index): LayerPlan => {
    const isOutput = index >= value.hidden.length;
    const role = roles[index] ?? 'plain';
    return {
      ...fans,
      layer: index + 1,
      isOutput,
      draw: drawOf(isOutput ? (config.head ?? config.initializer) : config.initializer, fans),
      biasDraw: drawOf(config.bias, fans),
      role,
      factor: role === 'whole' || role === 'close' ? branchFactor(config.branch, blocks) : 1,
      weightFactor: weightFactor(config.branch, role, blocks),
      norm: isOutput || role === 'close' ? 'none' : config.norm,
    };
  });
  const type = config.precision === 'float64' ? 'f64' : 'f32';
  return { config, architecture: value, layers, type, notices };
}

export interface Buffers {
  /** `[batch × inputs]`. */
  readonly x: Tensor;
  /** One layer's weights at a time, and its biases. */
  readonly weights: Tensor;
  readonly bias: Tensor;
  /** Pre-activations: of every layer when there is a backward pass, else one buffer for all. */
  readonly z: readonly Tensor[];
  /**
   * Output of each layer. One shared tensor if it can be recomputed from z. With residual sums, one per layer if there
   * is a backward pass, otherwise KEPT_FORWARD tensors in rotation.
   */
  readonly h: readonly Tensor[];
  /** `1/√(variance + ε)` of each normalized layer, one per group. */
  readonly inverse: readonly (Tensor | null)[];
  /** Two buffers used alternately for dC/dz and dC/dh; `null` if there is neither a backward pass nor a loss. */
  readonly gradients: readonly [Tensor, Tensor] | null;
  /** The gradient of the skip connection. */
  readonly skip: Tensor | null;
  readonly weightGradient: Tensor | null;
}

/** Number of layer outputs that a block of two layers needs at the same time. */
export const KEPT_FORWARD = 3;

/** Columns of the matrix to normalize: the units for batch normalization, all outputs of an example otherwise. */
export const normColumns = ({ norm, units, outputs }: LayerPlan): number =>
  norm === 'batch' ? units : outputs;

/** Allocates all tensors. Throws OutOfMemory. `withWeightGradients` has no effect without a backward pass. */
export function allocateBuffers(
  kernels: Kernels,
  { config, architecture: layout, layers, type }: Plan,
  withWeightGradients: boolean,
): Buffers {
  const { batch, backward } = config;
  const widest = Math.max(...layers.map(({ inputs, outputs }) => Math.max(inputs, outputs)));
  const most = Math.max(...layers.map(weightCount));
  const tensor = (length: number): Tensor => kernels.allocate(length, type);
  const shared = backward ? null : tensor(batch * widest);
  const joined = layers.some(({ role }) => role !== 'plain');
  // A residual sum cannot be recomputed from z; a forward pass alone needs only the layers of one block.
  const kept = joined ? (backward ? layers.length : KEPT_FORWARD) : 1;
  const ring = Array.from({ length: kept }, () => tensor(batch * widest));
  const h = layers.map((_, index) => ring[index % kept]).filter((each) => each !== undefined);
  const loss = layout.classes !== null;
  return {
    x: tensor(batch * layout.inputs),
    weights: tensor(most),
    bias: tensor(Math.max(...layers.map(({ units }) => units))),
    z: layers.map(({ outputs }) => shared ?? tensor(batch * outputs)),
    h,
    inverse: layers.map((layer) => {
      const groups = normGroups(layer.norm, batch * layer.outputs, normColumns(layer));
      return groups === 0 ? null : tensor(groups);
    }),
    skip: backward && joined ? tensor(batch * widest) : null,
    gradients: backward || loss ? [tensor(batch * widest), tensor(batch * widest)] : null,
    weightGradient: backward && withWeightGradients ? tensor(most) : null,
  };
}

/** Scales and shifts inputs of mean 0 and std 1 to the config's mean and std, in place. */
export function asGiven(
  values: Float32Array | Float64Array,
  { input_mean: mean, input_std: std }: Pick<ExperimentConfig, 'input_mean' | 'input_std'>,
): void {
  for (let i = 0; i < values.length; i += 1) values[i] = mean + std * (values[i] ?? 0);
}

/** Fills the input `x [batch × inputs]`, rounded to the precision; returns the labels, if any. */
export function fillInput(
  kernels: Kernels,
  config: ExperimentConfig,
  x: Tensor,
): Uint8Array<ArrayBuffer> | null {
  const key = stream(config.seed, 0, 'input');
  const examples = labBatch(config.input, config.seed, config.batch);
  if (examples !== null) kernels.view(x).set(examples.values);
  else if (config.input === 'uniform') kernels.fillUniform(x, key, -Math.sqrt(3), Math.sqrt(3));
  else kernels.fillNormal(x, key, 0, 1);
  if (config.input_mean !== 0 || config.input_std !== 1) asGiven(kernels.view(x), config);
  kernels.round(x, config.precision);
  return examples?.labels ?? null;
}
