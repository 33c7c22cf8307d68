/** Runs a file's own weights, and He's and Xavier's for the same shapes, through the engine. */
import type { Kernels } from '../../engine/kernels.ts';
import { NOISE_SIDE } from '../../engine/data/inputs.ts';
import { convShape, denseShape } from '../../engine/passes/layerShape.ts';
import type { LayerShape } from '../../engine/passes/layerShape.ts';
import type { Tick } from '../../engine/pace.ts';
import type { ActivationSpec } from '../../engine/types.ts';
import { drawNormal } from '../drawNormal.ts';
import { layoutsOf } from '../measure/layout.ts';
import type { AxisOrder } from '../measure/layout.ts';
import { WeightsFileError } from '../read/failure.ts';
import { openWeights } from '../read/openWeights.ts';
import { readValues } from '../read/readValues.ts';
import type { ByteSource } from '../read/source.ts';
import { transposed } from '../spectrum/singularValues.ts';
import { plainChain } from './plainChain.ts';
import type { ChainLayer } from './plainChain.ts';
import { runChain } from './runChain.ts';
import type { ChainSpread, GivenLayer } from './runChain.ts';

export interface ChainComparison {
  readonly file: ChainSpread;
  readonly he: ChainSpread;
  readonly xavier: ChainSpread;
}

const SEED = 1;

/** Number of weights of one unit, within its group. */
const fanInOf = ({ inputs, kernel, groups }: ChainLayer): number =>
  (inputs / groups) * (kernel ?? 1) ** 2;

/**
 * A tensor's numbers in the kernels' order, one row per unit. Where units come last, `[k, k, in, out]`, the matrix is
 * transposed; where they come first, `[out, in, k, k]`, the channels of each unit are moved to the last axis.
 */
function asRows(
  values: Float32Array<ArrayBuffer>,
  layer: ChainLayer,
  isOutFirst: boolean,
): Float32Array<ArrayBuffer> {
  const { outputs, kernel, inputs, groups } = layer;
  const fanIn = fanInOf(layer);
  if (!isOutFirst) return transposed(values, fanIn, outputs);
  if (kernel === null) return values;
  const out = new Float32Array(values.length);
  for (let unit = 0; unit < outputs; unit += 1) {
    const mine = values.slice(unit * fanIn, (unit + 1) * fanIn);
    out.set(transposed(mine, inputs / groups, kernel ** 2), unit * fanIn);
  }
  return out;
}

/** Writes a grouped convolution as a plain one, with zero weights for the channels of other groups. */
function ungrouped(
  rows: Float32Array<ArrayBuffer>,
  { inputs, outputs, kernel, groups }: ChainLayer,
): Float32Array<ArrayBuffer> {
  if (groups === 1 || kernel === null) return rows;
  const seen = inputs / groups;
  const taps = kernel ** 2;
  const out = new Float32Array(outputs * taps * inputs);
  for (let at = 0; at < outputs * taps; at += 1) {
    const group = Math.floor(at / taps / (outputs / groups));
    out.set(rows.subarray(at * seen, (at + 1) * seen), at * inputs + group * seen);
  }
  return out;
}

const shapeOf = ({ inputs, outputs, kernel }: ChainLayer): LayerShape =>
  kernel === null
    ? denseShape(inputs, outputs)
    : convShape({ side: NOISE_SIDE, channels: inputs, units: outputs, kernel, padding: 'zero' });

/** Throws OutOfMemory and WeightsFileError; the latter is `unsupported` if the file is not a plain chain. */
export async function* compareChain(
  source: ByteSource,
  name: string,
  order: AxisOrder | null,
  act: ActivationSpec,
  kernels: Kernels,
): AsyncGenerator<Tick, ChainComparison, void> {
  const { tensors, format } = await openWeights(source, name);
  const layouts = layoutsOf(tensors, format, order);
  const named = tensors.flatMap((tensor, i) => {
    const layout = layouts[i];
    return layout === undefined ? [] : [{ name: tensor.name, shape: tensor.shape, layout }];
  });
  const chain = plainChain(named);
  if (chain.kind === 'none') throw new WeightsFileError('unsupported', `no chain: ${chain.why}`);
  const own: GivenLayer[] = [];
  for (const layer of chain.layers) {
    const tensor = tensors[layer.weights];
    const shift = layer.bias === null ? undefined : tensors[layer.bias];
    if (tensor === undefined) continue;
    const isOutFirst = layouts[layer.weights]?.outAxis === 0;
    own.push({
      shape: shapeOf(layer),
      weights: ungrouped(asRows(await readValues(tensor), layer, isOutFirst), layer),
      bias: shift === undefined ? null : await readValues(shift),
    });
  }
  const run = (layers: readonly GivenLayer[]) => runChain(kernels, layers, act, SEED);
  const file = yield* run(own);
  const he = yield* run(yield* drawnLayers(chain.layers, (fanIn) => 2 / fanIn));
  const xavier = yield* run(
    yield* drawnLayers(chain.layers, (fanIn, fanOut) => 2 / (fanIn + fanOut)),
  );
  return { file, he, xavier };
}

/** Layers of the same shapes with weights of mean 0 and this variance, without biases. */
function* drawnLayers(
  layers: readonly ChainLayer[],
  variance: (fanIn: number, fanOut: number) => number,
): Generator<Tick, readonly GivenLayer[], void> {
  const drawn: GivenLayer[] = [];
  for (const [index, layer] of layers.entries()) {
    const shape = shapeOf(layer);
    const fanIn = fanInOf(layer);
    const std = Math.sqrt(variance(fanIn, shape.fanOut / layer.groups));
    const rows = yield* drawNormal(layer.outputs * fanIn, std, SEED, index + 1);
    drawn.push({ shape, weights: ungrouped(rows, layer), bias: null });
  }
  return drawn;
}
