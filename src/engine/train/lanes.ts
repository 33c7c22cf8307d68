/** The lanes of a race, with complete configs. */
import { architecture, inputFor } from '../passes/architecture.ts';
import { clampConfig } from '../lab/config.ts';
import type { Lab, LabLane } from '../lab/lab.ts';
import { laneConfig } from '../lab/lab.ts';
import type { Notice, NoticeCode, Noticed } from '../notice.ts';
import { notice, ofLane } from '../notice.ts';
import type { LabQuery } from '../lab/query.ts';
import type { Rescue, TrainSettings } from '../lab/trainSettings.ts';
import type { ExperimentConfig } from '../types.ts';
import type { TrainConfig } from './config.ts';
import { toRaceConfig } from './config.ts';

/** Applies `rescue=residual` and `rescue=batch_norm`, unless the net already has blocks or normalization. */
function withRescues(config: ExperimentConfig, rescues: readonly Rescue[]): ExperimentConfig {
  const { block, norm } = config;
  return {
    ...config,
    block: block === 'plain' && rescues.includes('residual') ? 'residual1' : block,
    norm: norm === 'none' && rescues.includes('batch_norm') ? 'batch' : norm,
  };
}

/** One lane of a lab as the config of a race; its own training settings override the common ones. */
export function raceLane(lab: Lab, lane: LabLane, train: TrainSettings): Noticed<TrainConfig> {
  const given = clampConfig(laneConfig(lab, lane), 'race').value;
  const training = { ...train, ...lane.train };
  const experiment = withRescues(toRaceConfig(given), training.rescues);
  const told = (code: NoticeCode): readonly Notice[] => [
    notice(code, 'input', given.input, experiment.input),
  ];
  const other = ((): readonly Notice[] => {
    if (given.input === 'uniform') return told('fixed-by-data');
    return inputFor(given) === given.input ? [] : told('needs-pictures');
  })();
  return {
    value: { experiment, train: training },
    notices: [...other, ...architecture(experiment).notices],
  };
}

export function raceLanes(query: LabQuery): {
  readonly lanes: readonly TrainConfig[];
  readonly notices: readonly Notice[];
} {
  const { lab, train } = query;
  const lanes = lab.lanes.map((lane) => raceLane(lab, lane, train));
  return {
    lanes: lanes.map(({ value }) => value),
    notices: [...query.notices, ...lanes.flatMap(({ notices }, index) => ofLane(index, notices))],
  };
}
