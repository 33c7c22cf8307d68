/** The results as a table: one row per lane × layer × quantity. */
import { csvText } from './csvText.ts';
import type { LaneRun } from './results.ts';
import { printActivation, printInitializer } from '../rules/spec.ts';
import type { LayerStats, Quantity, Summary } from '../types.ts';
import { QUANTILE_LEVELS, QUANTITIES } from '../types.ts';

const MOMENTS = [
  'count',
  'finite',
  'mean',
  'std',
  'rms',
  'min',
  'max',
  'zero',
  'saturated',
] as const;

const HEADER: readonly string[] = [
  'lane',
  'initializer',
  'act',
  'layer',
  'fanIn',
  'fanOut',
  'quantity',
  ...MOMENTS,
  ...QUANTILE_LEVELS.map((level) => `q${level}`),
  'theoryStd',
  'distinctUnits',
  'similarity',
  'theorySimilarity',
];

function theoryStd({ theory }: LayerStats, quantity: Quantity): number | null {
  if (theory === null) return null;
  switch (quantity) {
    case 'activations':
      return theory.activationStd;
    case 'preActivations':
      return theory.preActivationStd;
    case 'gradients':
      return theory.gradientStd;
    case 'weights':
    case 'weightGradients':
      return null;
  }
}

function row(run: LaneRun, lane: number, stats: LayerStats, quantity: Quantity): readonly string[] {
  const summary: Summary | null = stats[quantity];
  if (summary === null) return [];
  const { initializer, act } = run.config;
  const theory = theoryStd(stats, quantity);
  return [
    String(lane),
    printInitializer(initializer),
    printActivation(act),
    ...[stats.layer, stats.fanIn, stats.fanOut].map(String),
    quantity,
    ...MOMENTS.map((moment) => String(summary[moment])),
    ...summary.quantiles.map(String),
    theory === null ? '' : String(theory),
    String(stats.distinctUnits),
    String(stats.similarity),
    String(stats.theory?.similarity ?? ''),
  ];
}

/** The results as CSV text. NaN, Infinity and -Infinity are written as words. Lanes are counted from 0. */
export function experimentCsv(runs: readonly LaneRun[]): string {
  const rows = runs.flatMap((run, lane) =>
    run.layers.flatMap((stats) => QUANTITIES.map((quantity) => row(run, lane, stats, quantity))),
  );
  return csvText([HEADER, ...rows.filter((cells) => cells.length > 0)]);
}
