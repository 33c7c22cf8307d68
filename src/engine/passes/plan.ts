/** What one run holds: its config made concrete, and its tensors. */
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
import type { ExperimentConfig, InitializerSpec } from '../types.ts';

/** One layer with its draws. */
export interface LayerPlan extends LayerShape {
  /** 1 … depth, the output layer depth + 1. */
  readonly layer: number;
  /** A linear layer after the hidden ones. */
  readonly isOutput: boolean;
  readonly draw: Draw;
  readonly biasDraw: Draw;
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
  const layers = allLayers(value).map((fans, index) => ({
    ...fans,
    layer: index + 1,
    isOutput: index >= value.hidden.length,
    draw: drawOf(config.initializer, fans),
    biasDraw: drawOf(config.bias, fans),
  }));
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
  readonly h: Tensor;
  /** dC/dz and dC/dh in turn; dC/dW. `null` when nothing goes backward. */
  readonly gradients: readonly [Tensor, Tensor] | null;
  readonly weightGradient: Tensor | null;
}

/** Throws OutOfMemory. `withWeightGradients` only matters when the config goes backward. */
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
  const loss = layout.classes !== null;
  return {
    x: tensor(batch * layout.inputs),
    weights: tensor(most),
    bias: tensor(Math.max(...layers.map(({ units }) => units))),
    z: layers.map(({ outputs }) => shared ?? tensor(batch * outputs)),
    h: tensor(batch * widest),
    gradients: backward || loss ? [tensor(batch * widest), tensor(batch * widest)] : null,
    weightGradient: backward && withWeightGradients ? tensor(most) : null,
  };
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
  kernels.round(x, config.precision);
  return examples?.labels ?? null;
}
