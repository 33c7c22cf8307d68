/** The config of one lane of a race: an experiment, and how its network is trained. */
import { isLabelled } from '../data/inputs.ts';
import type { TrainSettings } from '../lab/trainSettings.ts';
import { inputFor } from '../passes/architecture.ts';
import type { ExperimentConfig } from '../types.ts';

/** Everything that determines one lane of a race. Equal configs give equal bytes on the same kernel build. */
export interface TrainConfig {
  readonly experiment: ExperimentConfig;
  readonly train: TrainSettings;
}

/**
 * A race needs labels, so noise is replaced by `circle`, or by the digits for convolutions; the precision is
 * float32.
 */
export function toRaceConfig(config: ExperimentConfig): ExperimentConfig {
  const noise = !isLabelled(config.input);
  const input = inputFor(noise ? { ...config, input: 'circle' } : config);
  return { ...config, input, precision: 'float32' };
}
