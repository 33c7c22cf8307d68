/**
 * What a layer computes, dense or a convolution: the sizes that everything else about a layer follows from.
 * Values are `[batch × inputs]` and `[batch × outputs]`; those of a convolution are pictures, channels last, so
 * that they are `[batch · places × units]` as well: a unit is a column, and a row of W, in both.
 */
import type { ConvShape } from '../kernels.ts';
import { fans } from '../rules/fans.ts';
import type { MatrixShape } from '../weights/drawMatrix.ts';
import type { Fans } from '../rules/fans.ts';

export interface LayerShape extends Fans {
  /** Rows of W `[units × fanIn]`; of a convolution, the channels that leave. */
  readonly units: number;
  /** How often every unit occurs: 1, or once for each place of the picture. */
  readonly places: number;
  /** Numbers of one example that enter, and that leave: `places · units`. */
  readonly inputs: number;
  readonly outputs: number;
  /** `null` for a dense layer. */
  readonly conv: ConvShape | null;
}

/** Every unit listens to every input. */
export function denseShape(inputs: number, units: number): LayerShape {
  const { fanIn, fanOut } = fans({ kind: 'dense', inputs, outputs: units });
  return { fanIn, fanOut, units, places: 1, inputs, outputs: units, conv: null };
}

export function convShape(conv: ConvShape): LayerShape {
  const { channels, units, kernel, side } = conv;
  const places = side * side;
  return {
    ...fans({ kind: 'conv', inputs: channels, outputs: units, kernel }),
    units,
    places,
    inputs: places * channels,
    outputs: places * units,
    conv,
  };
}

/** How many weights the layer has. */
export const weightCount = ({ units, fanIn }: LayerShape): number => units * fanIn;

/** W as a matrix is drawn: of a convolution, every tap's channels side by side (`[units × kernel² · channels]`). */
export function matrixOf({ units, fanIn, conv }: LayerShape): MatrixShape {
  const matrix = { rows: units, cols: fanIn };
  if (conv === null) return matrix;
  const { kernel, channels } = conv;
  return { ...matrix, diagonal: Math.floor(kernel ** 2 / 2) * channels, across: channels };
}

/** Multiplications and additions of one of its three products, for one example. */
export const flopsPerExample = (shape: LayerShape): number => 2 * shape.places * weightCount(shape);

/** The same layer with some of its units. */
export const withUnits = (shape: LayerShape, units: number): LayerShape => ({
  ...shape,
  units,
  outputs: shape.places * units,
  conv: shape.conv === null ? null : { ...shape.conv, units },
});
