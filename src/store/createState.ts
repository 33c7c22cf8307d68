/** The whole state, for the page and for tests; see types.ts for its slices. */
import { createLabSlice } from './lab/labSlice.ts';
import { createRunSlice } from './lab/runSlice.ts';
import { createRaceSlice } from './race/raceSlice.ts';
import { createStageSlice } from './state/stageSlice.ts';
import type { State, ViewState } from './state/types.ts';

type Update = (change: Partial<State> | ((state: State) => Partial<State>)) => void;

/** `stored`: settings of the view that the page or the device has kept. */
export const createState =
  (stored: Pick<ViewState, 'language' | 'theme' | 'digits' | 'scale'>) =>
  (set: Update): State => ({
    ...createStageSlice(set),
    ...createLabSlice(set),
    ...createRunSlice(set),
    ...createRaceSlice(set),

    probes: {},
    setProbe: (lane, layer) =>
      set(({ probes: { [lane]: _, ...rest } }) => ({
        probes: layer === null ? rest : { ...rest, [lane]: layer },
      })),
    weights: {},

    ...stored,
    presenting: false,
    quantity: 'activations',
    focus: null,
    opened: null,
    setView: (view) => set(view),
  });
