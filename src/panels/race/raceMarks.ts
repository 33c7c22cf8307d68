/** The lanes of a race as its charts draw them, each curve as far as it has been revealed. */
import { inputOf } from '../../engine/data/inputs.ts';
import { ascending } from '../../engine/math/ascending.ts';
import { quantile } from '../../engine/math/quantile.ts';
import type { LaneMark } from '../../charts/types.ts';
import type { RaceLane } from '../../charts/race/raceContext.ts';
import { learnedShare } from '../../engine/train/testSet.ts';
import type { TrainRun } from '../../engine/train/results.ts';
import type { TrainRecord } from '../../engine/train/trainer.ts';
import { curveRecords } from '../../store/race/playback.ts';
import type { RaceLaneState } from '../../store/state/types.ts';

export type RaceValue = 'loss' | 'accuracy' | 'firstLayerGradient';

/** Number of classes in the data; noise is replaced by the rings, which have two. */
export function classesOf(race: RaceLaneState | undefined): number {
  const input = inputOf(race?.asked.config.experiment.input ?? 'circle');
  const out = race?.asked.config.experiment.out ?? 0;
  return Math.max(out, input.kind === 'noise' ? 2 : input.classes);
}

/** Records up to a step, followed by an interpolated point on the way to the next record. */
function upTo(
  records: readonly TrainRecord[],
  value: RaceValue,
  step: number,
): { readonly steps: readonly number[]; readonly values: readonly number[] } {
  const seen = records.filter((record) => record.step <= step);
  const steps = seen.map((record) => record.step);
  const values = seen.map((record) => record[value]);
  const last = seen.at(-1);
  const next = records[seen.length];
  if (last !== undefined && next !== undefined && step > last.step) {
    const part = (step - last.step) / (next.step - last.step);
    steps.push(step);
    values.push(last[value] + (next[value] - last[value]) * part);
  }
  return { steps, values };
}

/** All runs of a lane, the one shown first; empty until that one has ended. */
export function allRuns(race: RaceLaneState): readonly TrainRun[] {
  const { asked, outcome, records, manySeeds } = race;
  if (outcome === null) return [];
  const { seed } = asked.config.experiment;
  return [{ ...outcome, seed, records }, ...(manySeeds?.results ?? [])];
}

/** Medians and 5–95 % quantiles over the runs of a lane; `null` while there are too few for a band. */
function overSeeds(runs: readonly TrainRun[], value: RaceValue) {
  if (runs.length < 3) return null;
  const longest = runs.reduce((best, run) =>
    run.records.length > best.records.length ? run : best,
  );
  const columns = longest.records.map((_, i) =>
    // A run that has diverged counts as the worst.
    ascending(runs.map(({ records }) => records[i]?.[value] ?? Number.NaN)),
  );
  const at = (level: number): readonly number[] => columns.map((each) => quantile(each, level));
  return {
    steps: longest.records.map(({ step }) => step),
    values: at(0.5),
    band: { low: at(0.05), high: at(0.95) },
  };
}

/** One lane's curve up to step `revealed`; medians over many seeds once all of the race is revealed. */
export function raceCurve(
  race: RaceLaneState | undefined,
  value: RaceValue,
  revealed: number,
  mark: Omit<LaneMark, 'stale'>,
): RaceLane {
  const runs = race === undefined ? [] : allRuns(race);
  const ended = race?.outcome ?? null;
  const whole = ended !== null && revealed >= (race?.asked.config.train.steps ?? 0);
  const many = whole ? overSeeds(runs, value) : null;
  const share = learnedShare(race?.asked.config.experiment.input ?? 'circle');
  const learned = race?.records.find(({ accuracy }) => accuracy >= share)?.step ?? null;
  const divergedAt = ended?.divergedAt ?? null;
  return {
    ...mark,
    stale: false,
    ...(many ?? upTo(race === undefined ? [] : curveRecords(race), value, revealed)),
    learnedAt: many !== null || learned === null || learned > revealed ? null : learned,
    diverged: many === null && divergedAt !== null && divergedAt <= revealed,
  };
}
