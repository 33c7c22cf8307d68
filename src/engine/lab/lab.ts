/**
 * The lab's whole state, as stored in a link: settings common to all lanes, and for each lane its
 * initializer and the settings it overrides. query.ts parses a link into it and prints it back.
 */
import type { ExperimentConfig, InitializerSpec } from '../types.ts';
import type { TrainSettings } from './trainSettings.ts';

export type Settings = Omit<ExperimentConfig, 'initializer'>;

export interface LabLane {
  readonly initializer: InitializerSpec;
  readonly overrides: Readonly<Partial<Settings>>;
  /** Training settings of this lane in a race; absent if it uses the common ones. */
  readonly train?: Readonly<Partial<TrainSettings>>;
}

export interface Lab {
  readonly settings: Settings;
  /** 1–6 lanes. */
  readonly lanes: readonly LabLane[];
  /** Seeds of the seed band in the spread charts, 1–100; 1 means none. */
  readonly seeds: number;
}

/** The lane's complete config. */
export function laneConfig(lab: Lab, lane: LabLane): ExperimentConfig {
  return { ...lab.settings, ...lane.overrides, initializer: lane.initializer };
}
