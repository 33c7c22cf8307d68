import type { StageSlice, State } from './types.ts';

type Update = (change: (state: State) => Partial<State>) => void;

/** Drops every request of the stage before. */
const EMPTY = { lanes: [], races: [], weights: {} } as const;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function createStageSlice(update: Update): StageSlice {
  return {
    stage: 'lab',
    staged: null,
    setStage: (stage) =>
      update((state) => ({ staged: null, ...(stage === state.stage ? {} : { ...EMPTY, stage }) })),
    putOnStage: (staged, { kind, lab, train, quantity }) =>
      update((state) => {
        const sameLab = same(lab, state.lab);
        const sameTrain = kind === 'lab' || same(train, state.train);
        const next = sameLab ? state.lab : lab;
        return {
          staged,
          stage: kind,
          quantity,
          focus: null,
          opened: null,
          lab: next,
          baseline: next,
          notices: [],
          ...(sameTrain ? {} : { train, trainBaseline: train }),
          ...(sameLab && sameTrain && kind === state.stage ? {} : EMPTY),
        };
      }),
    reset: () => update(({ baseline, trainBaseline }) => ({ lab: baseline, train: trainBaseline })),
  };
}
