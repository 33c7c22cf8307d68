/** The lanes of a race, every key resolved. */
import { architecture } from '../passes/architecture.ts';
import { clampConfig } from '../lab/config.ts';
import type { Lab, LabLane } from '../lab/lab.ts';
import { laneConfig } from '../lab/lab.ts';
import type { Notice, Noticed } from '../notice.ts';
import { notice, ofLane } from '../notice.ts';
import type { LabQuery } from '../lab/query.ts';
import type { TrainConfig, TrainSettings } from './config.ts';
import { racing, readTrain } from './config.ts';

/** One lane of a lab as a race runs it; its own training keys come before the common ones. */
export function raceLane(lab: Lab, lane: LabLane, train: TrainSettings): Noticed<TrainConfig> {
  const own = readTrain(lane.train ?? {}, train);
  const given = clampConfig(laneConfig(lab, lane)).value;
  const experiment = racing(given);
  const noise =
    given.input === 'uniform'
      ? [notice('fixed-by-data', 'input', given.input, experiment.input)]
      : [];
  return {
    value: { experiment, train: own.value },
    notices: [...own.notices, ...noise, ...architecture(experiment).notices],
  };
}

export function raceLanes(query: LabQuery): {
  readonly lanes: readonly TrainConfig[];
  readonly notices: readonly Notice[];
} {
  const common = readTrain(query.page);
  const lanes = query.lab.lanes.map((lane) => raceLane(query.lab, lane, common.value));
  return {
    lanes: lanes.map(({ value }) => value),
    notices: [
      ...query.notices,
      ...common.notices,
      ...lanes.flatMap(({ notices }, index) => ofLane(index, notices)),
    ],
  };
}
