/** Whether a file's tensors form one chain of dense layers or of convolutions, each fed by the one before. */
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
  /** Number of inputs and outputs: units, or channels of a picture. */
  readonly inputs: number;
  readonly outputs: number;
  /** Side of the square kernel; `null` for a dense layer. */
  readonly kernel: number | null;
  /** Groups of channels, each with its own filters; 1 for a plain convolution. */
  readonly groups: number;
}

export const NO_CHAIN_REASONS = [
  'too-few',
  /** A norm, an embedding or something else is among the layers. */
  'other-kind',
  /** A layer's number of inputs differs from the number of outputs of the layer before. */
  'sizes',
  /** The kernel is not square, has an even side, or is larger than MAX_KERNEL. */
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
      /** Dense layers after the convolutions. They are not run: the file does not say how a picture is flattened. */
      readonly left: number;
    }
  /** `at`: the tensor's name. */
  | { readonly kind: 'none'; readonly why: NoChain; readonly at: string | null };

const MIN_LAYERS = 2;
/** Largest side of a dense layer, and most channels of a convolution. */
const MAX_SIDE = 4096;
const MAX_CHANNELS = 1024;
/** The pictures have a side of 8. */
const MAX_KERNEL = 7;

/** Side of the kernel; `null` if the engine has no such convolution. */
function kernelOf({ shape, layout }: Named): number | null {
  const taps = layout.outAxis === 0 ? shape.slice(2) : shape.slice(0, -2);
  const [height = 0, width] = taps;
  if (taps.length !== 2 || height !== width) return null;
  return height % 2 === 1 && height <= MAX_KERNEL ? height : null;
}

/** `entering`: channels that the layer before gives out; `null` for the first. */
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
  // If a filter sees only a part of the channels that enter, there are as many groups as such parts.
  const parts = own ?? (entering ?? seen) / seen;
  const groups = Number.isInteger(parts) && outputs % parts === 0 ? parts : 1;
  const inputs = seen * groups;
  if (Math.max(inputs, outputs) > MAX_CHANNELS) return 'too-large';
  return { weights: index, bias: null, inputs, outputs, kernel, groups };
}

/** Finds the chain; layers are in the file's order. */
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
