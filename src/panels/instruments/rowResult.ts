/** The engine's results for one choice in the table. */
import { clampConfig } from '../../engine/lab/config.ts';
import type { ExperimentConfig } from '../../engine/types.ts';
import type { LaneVerdict } from '../../engine/measure/verdict.ts';
import type { LaneState } from '../../store/state/types.ts';

export interface RowResult {
  readonly verdict: LaneVerdict;
  /** Standard deviation of every layer's activations. */
  readonly forward: readonly number[];
  /** Size of every layer's gradient relative to the last layer's; empty without a backward pass. */
  readonly backward: readonly number[];
}

/** The finished result of this config, whichever lane it is in, since choices reorder the lanes; `null` until then. */
export function resultOf(config: ExperimentConfig, states: readonly LaneState[]): RowResult | null {
  const key = JSON.stringify(clampConfig(config).value);
  const shown = states.find(
    (state) => state.shown?.ms != null && JSON.stringify(state.shown.config) === key,
  )?.shown;
  if (shown == null || shown.outcome === null) return null;
  const gradients = shown.layers.map((layer) => layer.gradients?.rms ?? Number.NaN);
  const last = gradients.at(-1) ?? Number.NaN;
  return {
    verdict: shown.outcome.verdict,
    forward: shown.layers.map(({ activations }) =>
      activations.finite < activations.count ? Infinity : activations.std,
    ),
    backward: config.backward ? gradients.map((size) => size / last) : [],
  };
}
