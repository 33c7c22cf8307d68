import type { LayerStats, Summary } from '../types.ts';

/** What the backward pass adds to a layer. */
export interface BackwardStats {
  readonly layer: number;
  readonly gradients: Summary;
  readonly weightGradients: Summary;
  /**
   * Theoretical std of dC/dz. With labels it depends on the loss gradient, so it is known only after the forward pass.
   */
  readonly theoryGradientStd: number | null;
  /** Mean squares of dC/dz at each place of a convolution; `null` for a dense layer. */
  readonly placeGradients: readonly number[] | null;
}

/** `stats` completed with the results of the backward pass. */
export function withBackward(stats: LayerStats, backward: BackwardStats): LayerStats {
  const { gradients, weightGradients, theoryGradientStd: gradientStd, placeGradients } = backward;
  const theory = stats.theory === null ? null : { ...stats.theory, gradientStd };
  const places = stats.places === null ? null : { ...stats.places, gradients: placeGradients };
  return { ...stats, gradients, weightGradients, theory, places };
}
