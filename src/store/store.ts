/** One store; see types.ts for its slices. */
import { create } from 'zustand';
import { createLabSlice } from './lab/labSlice.ts';
import { createRaceSlice } from './race/raceSlice.ts';
import { rememberView, storedView } from './state/persist.ts';
import type { State } from './state/types.ts';

export const useStore = create<State>()((set) => ({
  ...createLabSlice(set),
  ...createRaceSlice(set),
  reset: () => set(({ baseline, trainBaseline }) => ({ lab: baseline, train: trainBaseline })),

  lanes: [],
  build: null,
  runAgain: (index) =>
    set(({ lanes, stage, goOn }) => {
      if (stage === 'race') {
        goOn();
        return {};
      }
      const lane = lanes[index];
      if (lane === undefined) return {};
      return { lanes: lanes.with(index, { ...lane, asked: null, problem: null }) };
    }),

  runAll: () =>
    set(({ lanes, stage }) =>
      stage === 'race'
        ? { playhead: 0, revealed: 0, playing: true }
        : { lanes: lanes.map((lane) => ({ ...lane, asked: null, problem: null })) },
    ),

  probes: {},
  setProbe: (lane, layer) =>
    set(({ probes: { [lane]: _, ...rest } }) => ({
      probes: layer === null ? rest : { ...rest, [lane]: layer },
    })),
  weights: {},

  ...storedView({
    lang: document.documentElement.lang,
    theme: document.documentElement.dataset['theme'],
  }),
  presenting: false,
  quantity: 'activations',
  focus: null,
  opened: null,
  setView: (view) => set(view),
}));

useStore.subscribe(rememberView);
