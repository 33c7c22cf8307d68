/** Whether a file's tensors are one chain of dense layers or of convolutions, each fed by the one before. */
import { KERNEL_SIZES } from '../../engine/types.ts';
import type { KernelSize } from '../../engine/types.ts';
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
  /** `null` for a dense layer. */
  readonly kernel: KernelSize | null;
}

export const NO_CHAIN_REASONS = [
  'too-few',
  /** A norm, an embedding or something else is among the layers. */
  'other-kind',
  /** A layer takes another number of inputs than the one before puts out. */
  'sizes',
  /** Not square, or of a size that the lab has no convolution of. */
  'kernel',
  'depthwise',
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

/** `null` where the lab has no such convolution. */
function kernelOf({ shape, layout }: Named): KernelSize | null {
  const taps = layout.outAxis === 0 ? shape.slice(2) : shape.slice(0, -2);
  const [height, width] = taps;
  if (taps.length !== 2 || height !== width) return null;
  return KERNEL_SIZES.find((size) => size === height) ?? null;
}

function layerOf(index: number, tensor: Named): ChainLayer | NoChain {
  const { layout } = tensor;
  const { kind, fanIn, fanOut, area, depthwise } = layout;
  if (kind === 'dense') {
    if (layout.outAxis === null) return 'other-kind';
    if (Math.max(fanIn, fanOut) > MAX_SIDE) return 'too-large';
    return { weights: index, bias: null, inputs: fanIn, outputs: fanOut, kernel: null };
  }
  if (kind !== 'conv') return 'other-kind';
  if (depthwise && fanIn === area) return 'depthwise';
  const kernel = kernelOf(tensor);
  if (kernel === null) return 'kernel';
  const [inputs, outputs] = [fanIn / area, fanOut / area];
  if (Math.max(inputs, outputs) > MAX_CHANNELS) return 'too-large';
  return { weights: index, bias: null, inputs, outputs, kernel };
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
    const layer = layerOf(index, tensor);
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
