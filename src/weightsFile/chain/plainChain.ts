/** Whether a file's tensors are one chain of dense layers, each fed by the one before. */
import type { TensorLayout } from '../measure/layout.ts';

export interface Named {
  readonly name: string;
  readonly layout: TensorLayout;
}

/** Indices into the file's tensors. */
export interface ChainLayer {
  readonly weights: number;
  readonly bias: number | null;
  readonly fanIn: number;
  readonly fanOut: number;
}

const MIN_LAYERS = 2;
/** Of one layer's sides; the plain kernels compute the chain. */
const MAX_SIDE = 4096;

/** In the file's order; `null` where something else is among the layers, or two do not fit together. */
export function plainChain(tensors: readonly Named[]): readonly ChainLayer[] | null {
  const layers: ChainLayer[] = [];
  for (const [index, { layout }] of tensors.entries()) {
    const { kind, fanIn, fanOut } = layout;
    if (kind === 'bias') {
      const last = layers.at(-1);
      if (last !== undefined && last.bias === null && layout.fanOut === last.fanOut) {
        layers[layers.length - 1] = { ...last, bias: index };
      }
    } else if (kind !== 'dense') {
      return null;
    } else {
      const before = layers.at(-1);
      if (before !== undefined && before.fanOut !== fanIn) return null;
      if (Math.max(fanIn, fanOut) > MAX_SIDE) return null;
      layers.push({ weights: index, bias: null, fanIn, fanOut });
    }
  }
  return layers.length >= MIN_LAYERS ? layers : null;
}
