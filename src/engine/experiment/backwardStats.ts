import type { LayerStats, Summary } from '../types.ts';

/** What the backward pass adds to a layer. */
export interface BackwardStats {
  readonly layer: number;
  readonly gradients: Summary;
  readonly weightGradients: Summary;
  /** Theory's std of dC/dz; with labels it is known only now, else the layer's `theory` has it already. */
  readonly theoryGradientStd: number | null;
  /** Mean squares of dC/dz at each place of a convolution; `null` for a dense layer. */
  readonly placeGradients: readonly number[] | null;
}

/** A layer with what the backward pass adds to it. */
export function withBackward(stats: LayerStats, backward: BackwardStats): LayerStats {
  const { gradients, weightGradients, theoryGradientStd: gradientStd, placeGradients } = backward;
  const theory = stats.theory === null ? null : { ...stats.theory, gradientStd };
  const places = stats.places === null ? null : { ...stats.places, gradients: placeGradients };
  return { ...stats, gradients, weightGradients, theory, places };
}
