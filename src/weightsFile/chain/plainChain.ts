/** Whether a file's tensors are one chain of dense layers or of convolutions, each fed by the one before. */
import type { TensorLayout } from '../measure/layout.ts';

export interface Named {
  readonly name: string;
  readonly shape: readonly number[];
  readonly layout: TensorLayout;
}

/** `weights` and `bias` are indices into the file's tensors. */
export interface ChainLayer {
  readonly weights: number;
  readonly bias: number | null;
  /** Units, or channels of a picture, that enter and that leave. */
  readonly inputs: number;
  readonly outputs: number;
  /** Along each of two sides; `null` for a dense layer. */
  readonly kernel: number | null;
  /** Parts of the channels that have filters of their own; 1 for a plain convolution. */
  readonly groups: number;
}

export const NO_CHAIN_REASONS = [
  'too-few',
  /** A norm, an embedding or something else is among the layers. */
  'other-kind',
  /** A layer takes another number of inputs than the one before puts out. */
  'sizes',
  /** Not square, even, or larger than most of the picture. */
  'kernel',
  /** A convolution after a dense layer. */
  'mixed',
  'too-large',
] as const;
export type NoChain = (typeof NO_CHAIN_REASONS)[number];

export type ChainFound =
  | {
      readonly kind: 'chain';
      readonly layers: readonly ChainLayer[];
      /** Dense layers after the convolutions, which are not run: nothing says how a picture becomes a row. */
      readonly left: number;
    }
  /** `at`: the tensor's name. */
  | { readonly kind: 'none'; readonly why: NoChain; readonly at: string | null };

const MIN_LAYERS = 2;
/** Of a dense layer's sides, and of a convolution's channels. */
const MAX_SIDE = 4096;
const MAX_CHANNELS = 1024;
/** Of the pictures' side, which is 8. */
const MAX_KERNEL = 7;

/** `null` where the engine has no such convolution. */
function kernelOf({ shape, layout }: Named): number | null {
  const taps = layout.outAxis === 0 ? shape.slice(2) : shape.slice(0, -2);
  const [height = 0, width] = taps;
  if (taps.length !== 2 || height !== width) return null;
  return height % 2 === 1 && height <= MAX_KERNEL ? height : null;
}

/** `entering`: channels that the layer before puts out; `null` for the first. */
function layerOf(index: number, tensor: Named, entering: number | null): ChainLayer | NoChain {
  const { layout } = tensor;
  const { kind, fanIn, fanOut, area } = layout;
  if (kind === 'dense') {
    if (layout.outAxis === null) return 'other-kind';
    if (Math.max(fanIn, fanOut) > MAX_SIDE) return 'too-large';
    return { weights: index, bias: null, inputs: fanIn, outputs: fanOut, kernel: null, groups: 1 };
  }
  if (kind !== 'conv') return 'other-kind';
  const kernel = kernelOf(tensor);
  if (kernel === null) return 'kernel';
  const seen = fanIn / area;
  // Keras's depthwise kernels, `[k, k, channels, filters for each]`, have no axis of units.
  const own = layout.outAxis === null ? (tensor.shape.at(-2) ?? 1) : null;
  const outputs = (fanOut / area) * (own ?? 1);
  // A filter sees a part of what enters: as many groups as there are such parts.
  const parts = own ?? (entering ?? seen) / seen;
  const groups = Number.isInteger(parts) && outputs % parts === 0 ? parts : 1;
  const inputs = seen * groups;
  if (Math.max(inputs, outputs) > MAX_CHANNELS) return 'too-large';
  return { weights: index, bias: null, inputs, outputs, kernel, groups };
}

/** In the file's order. */
export function plainChain(tensors: readonly Named[]): ChainFound {
  const layers: ChainLayer[] = [];
  let left = 0;
  for (const [index, tensor] of tensors.entries()) {
    const { name, layout } = tensor;
    const none = (why: NoChain): ChainFound => ({ kind: 'none', why, at: name });
    const before = layers.at(-1);
    if (layout.kind === 'bias') {
      if (left === 0 && before?.bias === null && tensor.shape[0] === before.outputs) {
        layers[layers.length - 1] = { ...before, bias: index };
      }
      continue;
    }
    const layer = layerOf(index, tensor, before?.kernel == null ? null : before.outputs);
    if (typeof layer === 'string') return none(layer);
    if (before !== undefined && before.kernel !== null && layer.kernel === null) {
      left += 1;
      continue;
    }
    if (left > 0 || (before?.kernel === null && layer.kernel !== null)) return none('mixed');
    if (before !== undefined && before.outputs !== layer.inputs) return none('sizes');
    layers.push(layer);
  }
  return layers.length >= MIN_LAYERS
    ? { kind: 'chain', layers, left }
    : { kind: 'none', why: 'too-few', at: null };
}
