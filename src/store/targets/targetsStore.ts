/** The papers' numbers as far as they are measured here. A separate store, so that it is fetched with its page. */
import { create } from 'zustand';
import { TARGETS, targetOf } from '../../engine/targets/targets.ts';
import type { Measured } from '../../engine/targets/target.ts';
import type { RunError } from '../../worker/client.ts';
import { createTargetsPool } from '../../worker/targets/targetsClient.ts';
import { tellRestart } from '../store.ts';

export type TargetState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly share: number }
  | { readonly kind: 'done'; readonly measured: Measured; readonly ms: number }
  | { readonly kind: 'failed'; readonly error: RunError };

export interface TargetsState {
  /** By id; absent if never requested. */
  readonly states: Readonly<Record<string, TargetState>>;
  /** Measures these targets with `seeds` seeds, or with each target's own number if absent. */
  readonly run: (ids: readonly string[], seeds?: number) => void;
  readonly runAll: () => void;
  /** Stops targets that are not done; results stay. */
  readonly cancel: () => void;
}

/** Half of the cores, at most four, so that the page stays responsive. */
const threadsHere = (): number =>
  Math.max(1, Math.min(4, Math.floor((navigator.hardwareConcurrency || 1) / 2)));

export const isPending = (state: TargetState | undefined): boolean =>
  state?.kind === 'waiting' || state?.kind === 'running';

export const useTargets = create<TargetsState>()((set, get) => {
  const update = (id: string, state: TargetState): void =>
    set(({ states }) => ({ states: { ...states, [id]: state } }));
  const pool = createTargetsPool({
    size: threadsHere(),
    onRestart: tellRestart,
    onMessage(id, message) {
      switch (message.type) {
        case 'progress':
          return update(id, { kind: 'running', share: message.share });
        case 'measured':
          return update(id, { kind: 'done', measured: message.measured, ms: message.ms });
        case 'failed':
          return update(id, { kind: 'failed', error: message.error });
        case 'done':
      }
    },
  });
  const run: TargetsState['run'] = (ids, seeds) => {
    const fresh = ids.filter((id) => !isPending(get().states[id]));
    set(({ states }) => ({
      states: { ...states, ...Object.fromEntries(fresh.map((id) => [id, { kind: 'waiting' }])) },
    }));
    pool.add(
      fresh.flatMap((id) => {
        const target = targetOf(id);
        return target === null ? [] : [{ id, seeds: seeds ?? target.seeds }];
      }),
    );
  };
  return {
    states: {},
    run,
    runAll: () => run(TARGETS.map(({ id }) => id)),
    cancel() {
      pool.cancel();
      set(({ states }) => ({
        states: Object.fromEntries(Object.entries(states).filter(([, state]) => !isPending(state))),
      }));
    },
  };
});
