import type { TrainSettings } from '../../engine/lab/trainSettings.ts';
import { clampTrain, DEFAULT_TRAIN } from '../../engine/lab/trainSettings.ts';
import type { RaceSlice } from '../state/types.ts';

type Update = (change: (state: RaceSlice) => Partial<RaceSlice>) => void;

/** Stands for the run of a lane that is to be asked for again. */
export const AGAIN = -1;

export const PACES = ['slow', 'normal', 'fast', 'instant'] as const;
/** Seconds a whole race takes on the screen; the computing does not wait for it. */
export const PACE_SECONDS = { slow: 40, normal: 10, fast: 3, instant: 0 } as const satisfies Record<
  (typeof PACES)[number],
  number
>;

export function createRaceSlice(update: Update): RaceSlice {
  return {
    stage: 'lab',
    setStage: (stage) => update(() => ({ stage })),
    train: DEFAULT_TRAIN,
    trainBaseline: DEFAULT_TRAIN,
    setTrain: (change: Partial<TrainSettings>) =>
      update(({ train }) => ({ train: clampTrain({ ...train, ...change }) })),
    replaceTrain: (train) => update(() => ({ train, trainBaseline: train })),
    races: [],
    playhead: 0,
    revealed: 0,
    playing: true,
    stopAt: null,
    pace: 'normal',
    inside: 'units',
    setPlay: (play) =>
      update((state) => {
        const playhead = play.playhead ?? state.playhead;
        return { ...play, revealed: Math.max(play.revealed ?? state.revealed, playhead) };
      }),
    restart: () => update(() => ({ playhead: 0, revealed: 0, playing: true })),
    stopRaces: () =>
      update(({ races }) => ({
        playing: false,
        races: races.map((race) => (race.outcome === null ? { ...race, stopped: true } : race)),
      })),
    goOn: () =>
      update(({ races }) => ({
        playing: true,
        races: races.map((race) =>
          race.asked !== null && (race.stopped || race.problem !== null)
            ? { ...race, asked: { ...race.asked, runId: AGAIN }, stopped: false, problem: null }
            : race,
        ),
      })),
  };
}
