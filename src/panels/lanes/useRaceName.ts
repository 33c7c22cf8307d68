import { useCallback } from 'react';
import type { LabLane } from '../../engine/lab/lab.ts';
import type { TrainSettings } from '../../engine/lab/trainSettings.ts';
import type { Format } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import type { Words } from '../../i18n/page/en.ts';
import type { RaceWords } from '../../i18n/race/en.ts';
import { useRaceWords } from '../../i18n/race/words.ts';
import { laneName } from './laneNames.ts';

/** The training settings that only this lane overrides, in words. */
function ownTraining(own: Partial<TrainSettings>, race: RaceWords, format: Format): string[] {
  const { lr, steps, momentum, trainBatch, rescues, imbalance, priorBias, nudge } = own;
  const names = rescues?.map((id) => race.rescue[id].name);
  return [
    lr === undefined ? null : `${race.lr} ${format.plain(lr)}`,
    momentum === undefined ? null : `${race.momentum} ${format.plain(momentum)}`,
    trainBatch === undefined ? null : `${race.trainBatch} ${format.integer(trainBatch)}`,
    steps === undefined ? null : race.stepsText(format.integer(steps)),
    names === undefined ? null : names.join(' + ') || race.noRescue,
    imbalance === undefined ? null : race.imbalanceOf(format.plain(imbalance)),
    priorBias === undefined ? null : priorBias ? race.withPrior : race.withoutPrior,
    nudge === undefined || nudge === null ? null : race.nudged,
  ].filter((each) => each !== null);
}

/** The lane's name, followed by its own training settings: `He · Batch normalization`. */
export function raceName(lane: LabLane, words: Words, race: RaceWords, format: Format): string {
  return [laneName(lane, words, format), ...ownTraining(lane.train ?? {}, race, format)].join(
    ' · ',
  );
}

/** Returns a function that names a lane of a race. */
export function useRaceName(): (lane: LabLane) => string {
  const { words, format } = useI18n();
  const race = useRaceWords();
  return useCallback((lane) => raceName(lane, words, race, format), [words, race, format]);
}
