/** The role of a tensor in a network, and which of its axes are inputs and outputs. */
import type { Format, TensorEntry } from '../read/tensor.ts';
import { elementCount } from '../read/tensor.ts';

export const KINDS = ['dense', 'conv', 'bias', 'norm', 'embedding', 'other'] as const;
export type TensorKind = (typeof KINDS)[number];

/** `out-in`: PyTorch's `[out, in, k…]`; `in-out`: Keras's and Flax's `[k…, in, out]`. */
export type AxisOrder = 'out-in' | 'in-out';

export interface TensorLayout {
  readonly kind: TensorKind;
  /** `null` if the file does not say. */
  readonly order: AxisOrder | null;
  /** The axis of the units; `null` if there is none. */
  readonly outAxis: number | null;
  /** Connections into one unit, and out of one input: `k² c` and `k² d` for convolutions; 0 where undefined. */
  readonly fanIn: number;
  readonly fanOut: number;
  /** Weights per pair of channels: k² for a convolution, else 1. */
  readonly area: number;
  /** Whether each filter has one input channel: a depthwise convolution, whose true fan-out is its area. */
  readonly depthwise: boolean;
}

/** The last word of a tensor's path, without its number and `:0`. */
const lastWord = (name: string): string =>
  (
    name
      .replace(/:\d+$/, '')
      .split(/[./\\]/)
      .at(-1) ?? ''
  ).toLowerCase();

const NORM =
  /(?:^|[._/-])(?:bn|ln|norm|layer_?norm|batch_?norm\w*|group_?norm\w*|rms_?norm\w*|downsample\.1)\d*(?:[._/:-]|$)|norm/i;
const STATISTIC = /^(?:running_(?:mean|var)|moving_(?:mean|variance)|gamma|scale|g)$/;
const EMBEDDING = /embed|(?:^|[._/])(?:wte|wpe|tok|pos)(?:[._/]|$)|position(?:al)?_/i;
const BIAS = /^(?:bias\w*|b\d*|beta|b_\w+)$/;

const DEPTHWISE = /depthwise/i;

/** Keras 3 names variables only by their order, `vars/0`, `vars/1`. */
const isKerasVariable = (name: string): boolean => /(?:^|\/)vars\/\d+$/.test(name);

/** The kind of a tensor, by its name and shape. */
export function kindOf(name: string, shape: readonly number[], format: Format): TensorKind {
  const rank = shape.filter((size) => size !== 1).length === 0 ? 0 : shape.length;
  const word = lastWord(name);
  if (shape.length === 0 || rank === 0) return 'other';
  if (shape.length === 1) {
    if (BIAS.test(word) && !NORM.test(name)) return 'bias';
    if (STATISTIC.test(word) || NORM.test(name)) return 'norm';
    if (isKerasVariable(name)) return name.endsWith('/0') ? 'norm' : 'bias';
    return /^(?:weight|gamma)$/.test(word) ? 'norm' : 'other';
  }
  if (EMBEDDING.test(name) && shape.length === 2 && !/proj|patch/i.test(name)) return 'embedding';
  if (shape.length === 2) return 'dense';
  const einsum =
    format === 'keras' || format === 'hdf5' ? /query|key|value|attention_output/i : null;
  if (shape.length === 3 && einsum?.test(name) === true) return 'dense';
  return shape.length <= 5 ? 'conv' : 'other';
}

/** The order of axes by the graph, else by the tensor's name, else by the format; `null` if unknown. */
export function orderOf(
  { name, use }: Pick<TensorEntry, 'name' | 'use'>,
  format: Format,
): AxisOrder | null {
  if (use !== null) return use;
  const word = lastWord(name);
  if (word.endsWith('kernel')) return 'in-out';
  if (/^(?:weight|weight_\w+)$/.test(word)) return 'out-in';
  if (format === 'keras' || format === 'hdf5') return 'in-out';
  if (format === 'pytorch' || format === 'safetensors' || format === 'onnx') return 'out-in';
  return null;
}

/** If the order is unknown, PyTorch's is assumed, and `order` stays `null`. */
function layoutOf(
  tensor: Pick<TensorEntry, 'name' | 'shape' | 'use'>,
  format: Format,
  given: AxisOrder | null,
): TensorLayout {
  const { name, shape } = tensor;
  const kind = kindOf(name, shape, format);
  const none = { kind, order: null, outAxis: null, fanIn: 0, fanOut: 0, area: 1, depthwise: false };
  if (kind === 'bias' || kind === 'norm' || kind === 'other') return none;
  if (kind === 'embedding') {
    // One row per token; nothing is summed over the tokens.
    const [tokens = 0, width = 0] = shape;
    return { ...none, order: 'in-out', outAxis: 0, fanIn: width, fanOut: tokens };
  }
  const known = orderOf(tensor, format) ?? given;
  const order = known ?? 'out-in';
  const rank = shape.length;
  const transpose = /transpose|deconv/i.test(name);
  const [first = 1, second = 1] = shape;
  const last = shape[rank - 1] ?? 1;
  const before = shape[rank - 2] ?? 1;
  if (kind === 'dense' && rank === 3) {
    // Keras's attention: [in, heads, size], and [heads, size, out] for its output.
    const back = /attention_output/i.test(name);
    const fanIn = back ? first * second : first;
    return {
      ...none,
      order: known,
      outAxis: back ? 2 : null,
      fanIn,
      fanOut: elementCount(shape) / fanIn,
    };
  }
  const pair = order === 'out-in' ? [second, first] : [before, last];
  const [channels = 1, filters = 1] = transpose ? pair.toReversed() : pair;
  const area = order === 'out-in' ? elementCount(shape.slice(2)) : elementCount(shape.slice(0, -2));
  const outFirst = (order === 'out-in') !== transpose;
  const outAxis = order === 'out-in' ? (outFirst ? 0 : 1) : outFirst ? rank - 2 : rank - 1;
  const depthwiseName = DEPTHWISE.test(name);
  const depthwise =
    kind === 'conv' && ((channels === 1 && filters > 1 && order === 'out-in') || depthwiseName);
  if (depthwiseName && order === 'in-out') {
    // [k, k, channels, multiplier]: every channel has its own filters.
    return {
      kind,
      order: known,
      outAxis: null,
      fanIn: area,
      fanOut: area * filters,
      area,
      depthwise,
    };
  }
  return {
    kind,
    order: known,
    outAxis,
    fanIn: channels * area,
    fanOut: filters * area,
    area,
    depthwise,
  };
}

/** Key shared by the tensors of a layer: the path before the last word, or the number in `W1` and `b1`. */
function layerOf(name: string): string {
  const path = name.replace(/:\d+$/, '').replace(/[^./\\]*$/, '');
  return path === '' ? `#${/\d+$/.exec(name)?.[0] ?? ''}` : path;
}

/** Layouts of a file's tensors; a bias gets the fans of its layer's weights. */
export function layoutsOf(
  tensors: readonly Pick<TensorEntry, 'name' | 'shape' | 'use'>[],
  format: Format,
  given: AxisOrder | null,
): readonly TensorLayout[] {
  const layouts = tensors.map((tensor) => layoutOf(tensor, format, given));
  // A first layer with one input channel takes grey pictures, unless later layers are depthwise.
  const first = layouts.findIndex(({ kind }) => kind === 'conv' || kind === 'dense');
  const stem = layouts[first];
  const goesOn = layouts.some(({ depthwise }, i) => i !== first && depthwise);
  if (stem?.depthwise === true && !goesOn && !DEPTHWISE.test(tensors[first]?.name ?? ''))
    layouts[first] = { ...stem, depthwise: false };
  const layers = new Map<string, TensorLayout>();
  for (const [i, layout] of layouts.entries()) {
    const isWeight = layout.kind === 'dense' || layout.kind === 'conv';
    if (isWeight) layers.set(layerOf(tensors[i]?.name ?? ''), layout);
  }
  return layouts.map((layout, i) => {
    const layer = layout.kind === 'bias' ? layers.get(layerOf(tensors[i]?.name ?? '')) : undefined;
    return layer === undefined ? layout : { ...layout, fanIn: layer.fanIn, fanOut: layer.fanOut };
  });
}
