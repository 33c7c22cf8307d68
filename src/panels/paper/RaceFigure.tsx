import { decadeTicks } from '../../charts/geometry/decades.ts';
import { stripTicks } from '../../charts/geometry/ticks.ts';
import { inputOf } from '../../engine/data/inputs.ts';
import { raceAxis } from '../race/raceAxis.ts';
import { PaperPlot } from './PaperPlot.tsx';
import type { PaperLine, PaperTick } from './PaperPlot.tsx';
import type { PaperView } from './paperView.ts';

interface RaceFigureProps {
  readonly view: PaperView;
  readonly value: 'loss' | 'accuracy' | 'firstLayerGradient';
}

const ROW = 0.16;
const ZERO = 0.03;

/** Loss, share right, or the gradient in the first layer, by step of training. */
export function RaceFigure({ view, value }: RaceFigureProps) {
  const { format, facts, names, lab, train, isEmpty, width } = view;
  const input = inputOf(lab.settings.input);
  const classes = input.kind === 'noise' ? 2 : input.classes;
  const races = isEmpty ? [] : facts.races.map((race) => ({ records: race?.records ?? [] }));
  const axis = raceAxis(value, races, Math.log(classes));
  const { lo, hi, kind } = axis;
  const up = (measured: number): number | null => {
    if (!Number.isFinite(measured)) return null;
    if (kind !== 'log') return (measured - lo) / (hi - lo);
    const row = (hi - lo) * ROW;
    return measured === 0 ? ZERO : (Math.log10(measured) - lo + row) / (hi - lo + row);
  };
  const quarters = [0, 0.25, 0.5, 0.75, 1];
  const lines = names.map((name, lane): PaperLine => {
    const race = isEmpty ? null : facts.races[lane];
    const points = (race?.records ?? []).map((record) => {
      const y = up(record[value]);
      return y === null ? null : ([record.step / train.steps, y] as const);
    });
    const learned = race?.records.findIndex(({ step }) => step === race.outcome?.learnedAt) ?? -1;
    return { name, points, ring: learned < 0 ? null : (points[learned] ?? null) };
  });
  const y =
    kind === 'log'
      ? [
          [ZERO, format.integer(0)] as const,
          ...decadeTicks(axis, 6).map((decade): PaperTick => [
            up(10 ** decade) ?? 0,
            format.plain(10 ** decade),
          ]),
        ]
      : stripTicks(lo, hi).rules.map((tick): PaperTick => [up(tick) ?? 0, format.plain(tick)]);
  return (
    <PaperPlot
      width={width}
      x={(width === 'whole' ? quarters : [0, 0.5, 1]).map((at) => [
        at,
        format.integer(at * train.steps),
      ])}
      y={y}
      lines={isEmpty ? [] : lines}
      rule={value === 'loss' ? [(Math.log(classes) - lo) / (hi - lo), `ln ${classes}`] : undefined}
    />
  );
}
