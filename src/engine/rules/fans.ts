/**
 * Fan-in and fan-out of a layer: how many numbers feed one of its outputs, and how many of its outputs one
 * input feeds, away from the border (He et al. 2015, section 2.2: n = k²c and n̂ = k²d). With a stride the
 * counts differ from place to place; given is their mean, k²/s² taps.
 */
export interface Fans {
  readonly fanIn: number;
  readonly fanOut: number;
}

export type FansOf =
  | { readonly kind: 'dense'; readonly inputs: number; readonly outputs: number }
  | {
      readonly kind: 'conv' | 'transposed';
      /** Channels that enter and that leave; `groups` divides both. */
      readonly inputs: number;
      readonly outputs: number;
      /** Along each of two sides. */
      readonly kernel: number;
      readonly groups?: number;
      readonly stride?: number;
    };

/**
 * A strided convolution reads each input for 1/s² of its taps on average; a transposed one writes each output
 * from 1/s² of them. Groups connect a part of the channels with a part.
 */
export function fans(layer: FansOf): Fans {
  if (layer.kind === 'dense') return { fanIn: layer.inputs, fanOut: layer.outputs };
  const { inputs, outputs, kernel, groups = 1, stride = 1 } = layer;
  const taps = kernel ** 2;
  const some = taps / stride ** 2;
  const [into, outOf] = layer.kind === 'conv' ? [taps, some] : [some, taps];
  return { fanIn: (into * inputs) / groups, fanOut: (outOf * outputs) / groups };
}
