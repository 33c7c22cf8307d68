/** Races as targets: every lane from every seed, and the values computed from them. */
import type { Tick } from '../pace.ts';
import type { TrainRun } from '../train/results.ts';
import { median, raceRuns } from './measures.ts';
import type { Measured, TargetValue, Tools } from './target.ts';

const NEVER = Infinity;
export const stepsOf = ({ learnedAt }: TrainRun): number => learnedAt ?? NEVER;
export const divergedAtOf = ({ divergedAt }: TrainRun): number => divergedAt ?? NEVER;
export const gradientOf = ({ records: [first] }: TrainRun): number =>
  first?.firstLayerGradient ?? Number.NaN;
export const lossOf = ({ records }: TrainRun): number => records.at(-1)?.loss ?? Number.NaN;
export const bestOf = ({ records }: TrainRun): number =>
  Math.max(...records.map(({ accuracy }) => accuracy));

/** Runs every lane from every seed; `read` gets the runs by lane, the curves are those of the first seed. */
export const race = (
  query: string,
  names: readonly string[],
  read: (lanes: readonly (readonly TrainRun[])[]) => readonly number[],
) =>
  function* measured({ kernels, seeds }: Tools): Generator<number | Tick, Measured, void> {
    const runs: (readonly TrainRun[])[] = [];
    for (let seed = 1; seed <= seeds; seed += 1) {
      runs.push(yield* raceRuns(query, kernels, seed));
      yield runs.length / seeds;
    }
    const lanes = (runs[0] ?? []).map((_, lane) => runs.flatMap((each) => each[lane] ?? []));
    return {
      values: read(lanes),
      draws: [],
      curves: (runs[0] ?? []).map(({ records }, lane) => ({
        name: names[lane] ?? '',
        values: records.map(({ loss }) => loss),
      })),
    };
  };

export const learnedShare = (runs: readonly TrainRun[] = []): number =>
  runs.filter(({ learnedAt }) => learnedAt !== null).length / runs.length;
export const medianOf = (runs: readonly TrainRun[] = [], of: (run: TrainRun) => number): number =>
  median(runs.map(of));

/** Bands of a share: all or none. */
export const ALL = [1, 1] as const;
export const NONE = [0, 0] as const;

export const around = (value: number, factor: number): TargetValue['band'] => [
  value / factor,
  value * factor,
];
/** A band of `by` around ln C, the loss of a uniform guess. */
export const lnTo = (classes: number, by: number): TargetValue['band'] => [
  Math.log(classes) - by,
  Math.log(classes) + by,
];
