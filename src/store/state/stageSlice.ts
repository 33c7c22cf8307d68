import { isSame } from './isSame.ts';
import { WANTED } from './requests.ts';
import type { StageSlice, State } from './types.ts';

type Update = (change: (state: State) => Partial<State>) => void;

/** Drops every request of the stage before. */
const EMPTY = { lanes: [], races: [], weights: {} } as const;

/** Requests the races that were waiting for the reader, for when races are to start at once. */
const begun = ({ start, races }: State): Partial<State> =>
  start === 'at-once' ? {} : { races: races.map((race) => ({ ...race, request: WANTED })) };

export function createStageSlice(update: Update): StageSlice {
  return {
    stage: 'lab',
    staged: null,
    setStage: (stage) =>
      update((state) => ({
        staged: null,
        start: 'at-once',
        ...(stage === state.stage ? begun(state) : { ...EMPTY, stage }),
      })),
    putOnStage: (staged, { kind, lab, train, quantity, start }) =>
      update((state) => {
        const sameLab = isSame(lab, state.lab);
        const sameTrain = kind === 'lab' || isSame(train, state.train);
        const next = sameLab ? state.lab : lab;
        const stays = sameLab && sameTrain && kind === state.stage;
        const runs = stays && state.races.some(({ request }) => request.kind === 'sent');
        return {
          staged,
          stage: kind,
          quantity,
          start: runs ? 'at-once' : start,
          focus: null,
          opened: null,
          lab: next,
          baseline: next,
          notices: [],
          ...(sameTrain ? {} : { train, trainBaseline: train }),
          ...(stays ? {} : EMPTY),
        };
      }),
    reset: () => update(({ baseline, trainBaseline }) => ({ lab: baseline, train: trainBaseline })),
  };
}
