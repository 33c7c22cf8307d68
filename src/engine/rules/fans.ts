/**
 * Fan-in and fan-out of a layer: how many numbers feed one of its outputs, and how many of its outputs one
 * input feeds, away from the border (He et al. 2015, section 2.2: n = k²c and n̂ = k²d). With a stride the
 * counts differ from place to place; the mean of k²/s² taps is used.
 */
export interface Fans {
  readonly fanIn: number;
  readonly fanOut: number;
}

export type FansOf =
  | { readonly kind: 'dense'; readonly inputs: number; readonly outputs: number }
  | {
      readonly kind: 'conv' | 'transposed';
      /** Input and output channels; both are multiples of `groups`. */
      readonly inputs: number;
      readonly outputs: number;
      /** Side of the square kernel. */
      readonly kernel: number;
      readonly groups?: number;
      readonly stride?: number;
    };

/**
 * In a strided convolution each input is read by 1/s² of the taps on average; in a transposed one each output
 * is computed from 1/s² of them. Groups connect only input and output channels of the same group.
 */
export function fans(layer: FansOf): Fans {
  if (layer.kind === 'dense') return { fanIn: layer.inputs, fanOut: layer.outputs };
  const { inputs, outputs, kernel, groups = 1, stride = 1 } = layer;
  const taps = kernel ** 2;
  const some = taps / stride ** 2;
  const [into, outOf] = layer.kind === 'conv' ? [taps, some] : [some, taps];
  return { fanIn: (into * inputs) / groups, fanOut: (outOf * outputs) / groups };
}

/** A library that computes the fans from the shape of the weights. */
export type CountingLibrary = 'pytorch' | 'keras' | 'flax';

/** The weights' shape as the library stores them. */
export function weightShape(library: CountingLibrary, layer: FansOf): readonly number[] {
  if (layer.kind === 'dense') {
    const { inputs, outputs } = layer;
    return library === 'pytorch' ? [outputs, inputs] : [inputs, outputs];
  }
  const { kind, inputs, outputs, kernel, groups = 1 } = layer;
  const taps = [kernel, kernel];
  if (library === 'pytorch') {
    return kind === 'conv'
      ? [outputs, inputs / groups, ...taps]
      : [inputs, outputs / groups, ...taps];
  }
  if (kind === 'conv') return [...taps, inputs / groups, outputs];
  return library === 'keras' ? [...taps, outputs, inputs] : [...taps, inputs, outputs];
}

/**
 * The fans that the library computes from the shape alone, ignoring groups, strides and whether the layer is
 * transposed: `torch.nn.init._calculate_fan_in_and_fan_out`, `keras…compute_fans`, `jax.nn.initializers` with
 * the axes −2 and −1.
 */
export function countedFans(library: CountingLibrary, layer: FansOf): Fans {
  const shape = weightShape(library, layer);
  const product = (sizes: readonly number[]): number => sizes.reduce((all, size) => all * size, 1);
  if (library === 'pytorch') {
    const [first = 0, second = 0, ...taps] = shape;
    return { fanIn: second * product(taps), fanOut: first * product(taps) };
  }
  const [before = 0, last = 0] = shape.slice(-2);
  const taps = product(shape.slice(0, -2));
  return { fanIn: before * taps, fanOut: last * taps };
}
