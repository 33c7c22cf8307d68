/** Several checkpoints of one run; the one examined in detail is the open file of weightsStore.ts. */
import { create } from 'zustand';
import type { RunComparison } from '../../weightsFile/run/compareCheckpoints.ts';
import { inOrder, namesTell, thinned } from '../../weightsFile/run/checkpointOrder.ts';
import type { CheckpointOrder, DatedName } from '../../weightsFile/run/checkpointOrder.ts';
import { TRAINED_STEPS, trainedName } from '../../weightsFile/run/trainedSteps.ts';
import type { Cancel, WeightsSource } from '../../worker/weights/weightsClient.ts';
import { askWeights } from './askWeights.ts';
import type { FileProblem } from './askWeights.ts';
import { useWeights } from './weightsStore.ts';

export interface Checkpoint extends DatedName {
  readonly source: WeightsSource;
}

export interface CheckpointRun {
  readonly by: CheckpointOrder;
  /** In the run's order. */
  readonly checkpoints: readonly Checkpoint[];
  /** All files dropped on the page, before thinning. */
  readonly dropped: readonly Checkpoint[];
  /** Share of the comparison that is done, 0 … 1. */
  readonly done: number;
  /** `null` until all are compared. */
  readonly comparison: RunComparison | null;
  readonly problem: FileProblem | null;
}

interface CheckpointState {
  readonly run: CheckpointRun | null;
  /** Two files or more; the last one of the run is examined in detail. */
  readonly openFiles: (files: readonly File[]) => void;
  /** Opens a run that is trained in the browser. */
  readonly openTrained: () => void;
  readonly setOrder: (by: CheckpointOrder) => void;
  readonly close: () => void;
}

let stop: Cancel | null = null;

export const useCheckpoints = create<CheckpointState>()((set) => {
  const update = (change: Partial<CheckpointRun>): void =>
    set(({ run }) => (run === null ? {} : { run: { ...run, ...change } }));
  const open = (dropped: readonly Checkpoint[], by: CheckpointOrder): void => {
    stop?.();
    const checkpoints = thinned(inOrder(dropped, by));
    const last = checkpoints.at(-1);
    if (last === undefined) return;
    set({ run: { by, checkpoints, dropped, done: 0, comparison: null, problem: null } });
    useWeights.getState().open(last.source);
    const run = checkpoints.map(({ source }) => source);
    const task = { kind: 'run', run } as const;
    stop = askWeights({ source: last.source, order: null, task }, (message) => {
      if (message.type === 'progress') update({ done: message.done });
      if (message.type === 'run') update({ done: 1, comparison: message.comparison });
      if (message.type === 'refused' || message.type === 'failed') update({ problem: message });
    });
  };
  return {
    run: null,
    openFiles(files) {
      const dropped = files.map((file): Checkpoint => {
        const { name, lastModified } = file;
        return { source: { kind: 'file', file }, name, lastModified };
      });
      open(dropped, namesTell(dropped) ? 'name' : 'time');
    },
    openTrained: () =>
      open(
        TRAINED_STEPS.map((step) => ({
          source: { kind: 'trained', step },
          name: trainedName(step),
          lastModified: step,
        })),
        'name',
      ),
    setOrder: (by) => open(useCheckpoints.getState().run?.dropped ?? [], by),
    close() {
      stop?.();
      stop = null;
      set({ run: null });
    },
  };
});

// Opening a file that is not part of the run closes the run.
useWeights.subscribe(({ file }) => {
  const { run, close } = useCheckpoints.getState();
  if (run === null) return;
  if (!run.checkpoints.some(({ source }) => source === file?.source)) close();
});

/** The run's first checkpoint, from which training started; `null` if `source` is that checkpoint. */
export function startOf(
  run: CheckpointRun | null,
  source: WeightsSource | undefined,
): WeightsSource | null {
  const first = run?.checkpoints[0]?.source ?? null;
  return first === source ? null : first;
}
