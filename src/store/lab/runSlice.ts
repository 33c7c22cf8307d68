import { WANTED } from '../state/requests.ts';
import type { RunSlice, State } from '../state/types.ts';

type Update = (change: (state: State) => Partial<State>) => void;

export function createRunSlice(update: Update): RunSlice {
  return {
    lanes: [],
    build: null,
    threads: 1,
    restarted: false,
    dismissRestarted: () => update(() => ({ restarted: false })),
    runAgain: (index) =>
      update(({ lanes, races, stage }) => {
        const race = races[index];
        if (stage === 'race') {
          if (race === undefined) return {};
          return { playing: true, races: races.with(index, { ...race, request: WANTED }) };
        }
        const lane = lanes[index];
        if (lane === undefined) return {};
        return { lanes: lanes.with(index, { ...lane, request: WANTED }) };
      }),
    runAll: () =>
      update(({ lanes, stage }) =>
        stage === 'race'
          ? { playhead: 0, revealed: 0, playing: true }
          : { lanes: lanes.map((lane) => ({ ...lane, request: WANTED })) },
      ),
  };
}
