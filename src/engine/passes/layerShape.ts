/**
 * The shape of a layer, dense or convolutional, from which everything else about it follows. Values are
 * `[batch × inputs]` and `[batch × outputs]`. Those of a convolution are pictures, channels last, so they are also
 * `[batch · places × units]`: in both cases a unit is a column of the values and a row of W.
 */
import type { ConvShape } from '../kernels.ts';
import { fans } from '../rules/fans.ts';
import type { MatrixShape } from '../weights/drawMatrix.ts';
import type { Fans } from '../rules/fans.ts';

export interface LayerShape extends Fans {
  /** Rows of W `[units × fanIn]`; the output channels of a convolution. */
  readonly units: number;
  /** Values of each unit per example: 1, or one for each place of the picture. */
  readonly places: number;
  /** Input and output values per example; `outputs = places · units`. */
  readonly inputs: number;
  readonly outputs: number;
  /** `null` for a dense layer. */
  readonly conv: ConvShape | null;
}

/** A fully connected layer. */
export function denseShape(inputs: number, units: number): LayerShape {
  const { fanIn, fanOut } = fans({ kind: 'dense', inputs, outputs: units });
  return { fanIn, fanOut, units, places: 1, inputs, outputs: units, conv: null };
}

/** The shape of a convolutional layer. */
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

/** Number of weights of the layer. */
export const weightCount = ({ units, fanIn }: LayerShape): number => units * fanIn;

/** Shape of W for drawing; for a convolution `[units × kernel² · channels]`, the channels of each tap side by side. */
export function matrixOf({ units, fanIn, conv }: LayerShape): MatrixShape {
  const matrix = { rows: units, cols: fanIn };
  if (conv === null) return matrix;
  const { kernel, channels } = conv;
  return { ...matrix, diagonal: Math.floor(kernel ** 2 / 2) * channels, across: channels };
}

/** Multiplications and additions of one of its three products, for one example. */
export const flopsPerExample = (shape: LayerShape): number => 2 * shape.places * weightCount(shape);

/** The same layer with `units` units. */
export const withUnits = (shape: LayerShape, units: number): LayerShape => ({
  ...shape,
  units,
  outputs: shape.places * units,
  conv: shape.conv === null ? null : { ...shape.conv, units },
});
