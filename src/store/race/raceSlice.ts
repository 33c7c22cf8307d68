import { clampTrain, DEFAULT_TRAIN } from '../../engine/lab/trainSettings.ts';
import { problemOf, STOPPED, WANTED } from '../state/requests.ts';
import type { RaceLaneState, RaceSlice, Speed } from '../state/types.ts';

type Update = (change: (state: RaceSlice) => Partial<RaceSlice>) => void;

export const SPEEDS: readonly Speed[] = ['slow', 'normal', 'fast', 'instant'];
/** Seconds that playing a whole race takes; the computation runs independently of it. */
export const SPEED_SECONDS = {
  slow: 40,
  normal: 10,
  fast: 3,
  instant: 0,
} as const satisfies Record<Speed, number>;

/** Whether the race waits for the reader, because it was stopped or has failed. */
export const isHalted = ({ request }: RaceLaneState): boolean =>
  request.kind === 'stopped' || problemOf(request) !== null;

export function createRaceSlice(update: Update): RaceSlice {
  return {
    train: DEFAULT_TRAIN,
    trainBaseline: DEFAULT_TRAIN,
    setTrain: (change) => update(({ train }) => ({ train: clampTrain({ ...train, ...change }) })),
    replaceTrain: (train) => update(() => ({ train, trainBaseline: train })),
    races: [],
    start: 'at-once',
    playhead: 0,
    revealed: 0,
    playing: true,
    stopAt: null,
    speed: 'normal',
    inside: 'spread',
    mapsAt: null,
    setMapsAt: (mapsAt) => update(() => ({ mapsAt })),
    setPlay: (play) =>
      update((state) => {
        const playhead = play.playhead ?? state.playhead;
        return { ...play, revealed: Math.max(play.revealed ?? state.revealed, playhead) };
      }),
    restart: () =>
      update(({ start }) => ({ playhead: 0, revealed: 0, playing: start === 'at-once' })),
    stopRaces: () =>
      update(({ races }) => ({
        playing: false,
        races: races.map((race) =>
          race.outcome === null && problemOf(race.request) === null
            ? { ...race, request: STOPPED }
            : race,
        ),
      })),
    goOn: () =>
      update(({ races }) => ({
        playing: true,
        start: 'at-once',
        races: races.map((race) => (isHalted(race) ? { ...race, request: WANTED } : race)),
      })),
  };
}
