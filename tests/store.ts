/** A store without a page, for tests. */
import { createLabSlice } from '../src/store/lab/labSlice.ts';
import { createRaceSlice } from '../src/store/race/raceSlice.ts';
import type { Store } from '../src/store/lab/runner.ts';
import type { State } from '../src/store/state/types.ts';

/** The state and who listens to it, as the store has them. */
export function storeOf(): Store {
  const listeners = new Set<(state: State, before: State) => void>();
  const setState = (change: Partial<State>): void => {
    const before = state;
    state = { ...state, ...change };
    for (const listener of listeners) listener(state, before);
  };
  let state: State = {
    ...createLabSlice((change) => setState(change(state))),
    ...createRaceSlice((change) => setState(change(state))),
    lanes: [],
    build: null,
    runAgain: () => undefined,
    runAll: () => undefined,
    probes: {},
    setProbe: (lane, layer) => {
      const { [lane]: _, ...rest } = state.probes;
      setState({ probes: layer === null ? rest : { ...rest, [lane]: layer } });
    },
    weights: {},
    language: 'en',
    digits: 'native',
    theme: 'light',
    presenting: false,
    scale: 'same',
    quantity: 'activations',
    focus: null,
    opened: null,
    setView: (view) => setState(view),
  };
  return {
    getState: () => state,
    setState,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
