/** What a step's text and its question may be told about: results, however they were run. */
import type { Outcome } from '../../engine/experiment/propagate.ts';
import type { TrainConfig } from '../../engine/train/config.ts';
import type { TrainOutcome } from '../../engine/train/session.ts';
import type { TrainRecord } from '../../engine/train/trainer.ts';
import type { ExperimentConfig, LayerStats } from '../../engine/types.ts';

/** A finished lane of the lab. */
export interface LaneFacts {
  readonly config: ExperimentConfig;
  /** Index = layer − 1. */
  readonly layers: readonly LayerStats[];
  readonly outcome: Outcome;
}

/** A lane of a race; `outcome` is null while it runs. */
export interface RaceFacts {
  readonly config: TrainConfig;
  readonly records: readonly TrainRecord[];
  readonly outcome: TrainOutcome | null;
}

/** What the reader has set on the instruments of the chapters. */
export interface Dials {
  /** Inputs of the one neuron. */
  readonly inputs: number;
  /** Shape of the one layer. */
  readonly fanIn: number;
  readonly fanOut: number;
}

export interface Facts {
  /** `null`: not there yet. */
  readonly lanes: readonly (LaneFacts | null)[];
  readonly races: readonly (RaceFacts | null)[];
  readonly dials: Dials;
}

export const NO_FACTS: Facts = {
  lanes: [],
  races: [],
  dials: { inputs: 1, fanIn: 400, fanOut: 100 },
};
