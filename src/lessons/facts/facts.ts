/** The results that a step's text and question can use, independent of where they were computed. */
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

/** The reader's settings on the instruments of the chapters. */
export interface Dials {
  /** Number of inputs of the single neuron. */
  readonly inputs: number;
  /** Shape of the single layer. */
  readonly fanIn: number;
  readonly fanOut: number;
}

export interface Facts {
  /** `null` for a lane that has not finished. */
  readonly lanes: readonly (LaneFacts | null)[];
  readonly races: readonly (RaceFacts | null)[];
  readonly dials: Dials;
}

export const NO_FACTS: Facts = {
  lanes: [],
  races: [],
  dials: { inputs: 1, fanIn: 400, fanOut: 100 },
};
