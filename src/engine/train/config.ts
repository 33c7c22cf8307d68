/** One lane of a race: an experiment, and how its network is trained. */
import { isLabelled } from '../data/inputs.ts';
import type { TrainSettings } from '../lab/trainSettings.ts';
import { inputFor } from '../passes/architecture.ts';
import type { ExperimentConfig } from '../types.ts';

/** One lane of a race, whole. Two equal ones give equal bytes on one kernel build. */
export interface TrainConfig {
  readonly experiment: ExperimentConfig;
  readonly train: TrainSettings;
}

/**
 * A race needs labels: noise becomes the two rings, for convolutions the digits; values are held in
 * float32.
 */
export function toRaceConfig(config: ExperimentConfig): ExperimentConfig {
  const noise = !isLabelled(config.input);
  const input = inputFor(noise ? { ...config, input: 'circle' } : config);
  return { ...config, input, precision: 'float32' };
}
