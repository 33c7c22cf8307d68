/** The playhead of a race: pure steps from one frame to the next. */
import { EARLY_STEPS } from '../../engine/train/testSet.ts';
import { isHalted, SPEED_SECONDS } from './raceSlice.ts';
import type { TrainRecord } from '../../engine/train/trainer.ts';
import type { RaceLaneState, RaceSlice } from '../state/types.ts';

type Recorded = Pick<RaceLaneState, 'records' | 'early'>;

/** All records of a race, in order. */
export function curveRecords({ records, early }: Recorded): readonly TrainRecord[] {
  return [...records.slice(0, 1), ...early, ...records.slice(1)];
}

/** The last step that has a record. */
const lastStep = ({ records, early }: Recorded): number =>
  Math.max(records.at(-1)?.step ?? 0, early.at(-1)?.step ?? 0);

/** How far a lane can be shown: to its last record, or to the last step if it has ended or is halted. */
const reach = (race: RaceLaneState, steps: number): number =>
  race.outcome !== null || isHalted(race) ? steps : lastStep(race);

/**
 * The step up to which every lane has been computed. The first curve does not wait for the others: the first early
 * step is reached with the first lane.
 */
export function frontier({ races, train }: Pick<RaceSlice, 'races' | 'train'>): number {
  if (races.length === 0) return 0;
  const reached = races.map((race) => reach(race, train.steps));
  return Math.max(Math.min(...reached), Math.min(Math.max(...reached), EARLY_STEPS[0]));
}

/** Whether every race has been computed to its end. */
export const isComputed = (races: RaceSlice['races']): boolean =>
  races.every(({ outcome }) => outcome !== null);

/** The last step of a race for which there is anything to show. */
export function farthest({ races, train }: Pick<RaceSlice, 'races' | 'train'>): number {
  if (isComputed(races)) return train.steps;
  return Math.max(0, ...races.map(lastStep));
}

type Play = Pick<RaceSlice, 'playhead' | 'revealed' | 'playing'>;

/** The playhead `ms` milliseconds later. It waits for the slowest lane, and stops at `stopAt`. */
export function advancePlayback(
  state: Pick<RaceSlice, 'races' | 'train' | 'playhead' | 'revealed' | 'speed' | 'stopAt'>,
  ms: number,
): Play {
  const { train, playhead, revealed, speed, stopAt } = state;
  const seconds = SPEED_SECONDS[speed];
  const wanted = seconds === 0 ? train.steps : playhead + (ms / 1000 / seconds) * train.steps;
  const last = stopAt !== null && stopAt > playhead ? Math.min(stopAt, train.steps) : train.steps;
  const next = Math.max(playhead, Math.min(wanted, last, frontier(state)));
  return { playhead: next, revealed: Math.max(revealed, next), playing: next < last };
}
