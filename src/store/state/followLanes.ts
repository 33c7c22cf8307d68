/** The scheduler of both runners, for the lab and for races: decides when to request, and cancels dropped runs. */
import type { Stage } from '../../engine/lab/config.ts';
import type { Client, Reply } from '../../worker/client.ts';
import { cancelDropped } from './requests.ts';
import type { LaneState, RaceLaneState, State, Store } from './types.ts';

/** An effect on the store. */
export interface Runner {
  readonly onReplies: (replies: readonly Reply[]) => void;
  readonly stop: () => void;
}

interface Lanes<Lane> {
  readonly stage: Stage;
  readonly read: (state: State) => readonly Lane[];
  readonly write: (lanes: readonly Lane[]) => Partial<State>;
  /** Requests what is missing. */
  readonly ask: () => void;
}

/** Calls `ask` in a microtask, once for all changes within one turn. Returns the function that stops it. */
export function followLanes<Lane extends LaneState | RaceLaneState>(
  store: Store,
  client: Client,
  { stage, read, write, ask }: Lanes<Lane>,
): () => void {
  let waiting = false;
  const schedule = (): void => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      if (store.getState().stage === stage) ask();
    });
  };
  schedule();
  return store.subscribe((state, before) => {
    cancelDropped(client, read(before), read(state));
    if (state.stage !== stage) return;
    if (state.lab.seeds !== before.lab.seeds) {
      const lanes = read(store.getState());
      store.setState(write(lanes.map((lane) => ({ ...lane, manySeeds: null }))));
    }
    const wanted = read(state) !== read(before) && read(state).some(isWanted);
    if (
      wanted ||
      state.stage !== before.stage ||
      state.lab !== before.lab ||
      state.train !== before.train
    ) {
      schedule();
    }
  });
}

const isWanted = ({ request }: LaneState | RaceLaneState): boolean => request.kind === 'wanted';
