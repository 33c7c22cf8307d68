/** Figures 6, 7 and 8 of Glorot and Bengio 2010, and the singular values of their section 4.2.1. */
import type { LaneRun } from '../experiment/results.ts';
import type { Kernels } from '../kernels.ts';
import { laneConfig } from '../lab/lab.ts';
import { parseQuery } from '../lab/query.ts';
import { weightsSample } from '../passes/weightsSample.ts';
import { bySeed, histograms, longLabRuns } from './measures.ts';
import { orthogonalizeColumns } from '../math/singularValues.ts';
import type { Place, Target, TargetValue } from './target.ts';

const STANDARD = 'U(±1/√n)';
const NORMALIZED = 'Xavier';
const NET =
  'lane=pytorch_linear&lane=xavier_uniform&act=tanh&width=1000&depth=5&batch=300&input=shapeset';

const source = 'glorot2010';
const section: Place = { kind: 'section', at: '4.2.1' };

type Quantity = 'activations' | 'gradients' | 'weightGradients';

const stds = ({ layers }: LaneRun, quantity: Quantity): readonly number[] =>
  layers.map((layer) => layer[quantity]?.std ?? Number.NaN);

/** Ratios of consecutive values. */
const ratios = (values: readonly number[]): readonly number[] =>
  values.slice(1).map((value, i) => value / (values[i] ?? Number.NaN));

interface FigureRow {
  readonly id: string;
  readonly figure: string;
  readonly printed: string;
  readonly quantity: Quantity;
  readonly values: readonly [TargetValue, TargetValue];
  /** Computes the target's values from the stds by layer, under the standard and the normalized rule. */
  readonly read: (standard: readonly number[], normalized: readonly number[]) => readonly number[];
}

/** The paper shows histograms; the target is how their widths change from layer to layer. */
const figureRow = ({ id, figure, printed, quantity, values, read }: FigureRow): Target => ({
  id,
  source,
  place: { kind: 'figure', at: figure },
  printed,
  prints: 'result',
  values,
  band: { kind: 'seeds', seeds: 1 },
  door: { kind: 'lab', query: NET },
  seeds: 1,
  *measure({ kernels }) {
    const runs = yield* longLabRuns(NET, kernels);
    const [standard = [], normalized = []] = runs.map((run) => stds(run, quantity));
    yield 1;
    return {
      picture: histograms([STANDARD, NORMALIZED], runs, quantity),
      values: read(standard, normalized),
      draws: [],
      curves: [
        { name: STANDARD, values: standard },
        { name: NORMALIZED, values: normalized },
      ],
    };
  },
});

const largestOverSmallest = (values: readonly number[]): number =>
  Math.max(...values) / Math.min(...values);

/** Width of the layers. For small inputs tanh′ = 1, so the Jacobian of a hidden layer is its weight matrix. */
const SIDE = 100;

function meanSingularValue(rule: string, kernels: Kernels, seed: number): number {
  const { lab } = parseQuery(`lane=${rule}&width=${SIDE}&depth=1&batch=1&seed=${seed}`);
  const [lane] = lab.lanes;
  if (lane === undefined) return Number.NaN;
  const run = weightsSample(laneConfig(lab, lane), 1, SIDE, kernels);
  let step = run.next();
  while (step.done !== true) step = run.next();
  const values = orthogonalizeColumns(Float64Array.from(step.value?.values ?? []), SIDE, SIDE);
  return values.reduce((sum, value) => sum + value, 0) / SIDE;
}

const about = (value: number): readonly [number, number] => [value - 0.02, value + 0.02];

export const GLOROT_TARGETS: readonly Target[] = [
  figureRow({
    id: 'G6',
    figure: '6',
    printed: 'tanh, 5 × 1000',
    quantity: 'activations',
    values: [
      { label: `max std(hˡ⁺¹)/std(hˡ), ${STANDARD}`, band: [0, 0.6] },
      { label: `min std(hˡ⁺¹)/std(hˡ), ${NORMALIZED}`, band: [0.75, 1] },
    ],
    read: (standard, normalized) => [
      Math.max(...ratios(standard)),
      Math.min(...ratios(normalized)),
    ],
  }),
  figureRow({
    id: 'G7',
    figure: '7',
    printed: 'tanh, 5 × 1000',
    quantity: 'gradients',
    values: [
      { label: `min std(∂C/∂zˡ⁺¹)/std(∂C/∂zˡ), ${STANDARD}`, band: [1.6, Infinity] },
      { label: `max std(∂C/∂zˡ⁺¹)/std(∂C/∂zˡ), ${NORMALIZED}`, band: [0, 1.45] },
    ],
    read: (standard, normalized) => [
      Math.min(...ratios(standard)),
      Math.max(...ratios(normalized)),
    ],
  }),
  figureRow({
    id: 'G8',
    figure: '8',
    printed: 'tanh, 5 × 1000',
    quantity: 'weightGradients',
    values: [
      { label: `max/min std(∂C/∂Wˡ), ${STANDARD}`, band: [1, 1.25] },
      { label: `max/min std(∂C/∂Wˡ), ${NORMALIZED}`, band: [1, 1.25] },
    ],
    read: (standard, normalized) => [
      largestOverSmallest(standard),
      largestOverSmallest(normalized),
    ],
  }),
  {
    id: 'G4',
    source,
    place: section,
    printed: 'about 0.5, about 0.8',
    prints: 'result',
    values: [
      {
        label: `${STANDARD}: 8/(3π√3)`,
        band: about(8 / (3 * Math.PI * Math.sqrt(3))),
        printed: '0.5',
      },
      { label: `${NORMALIZED}: 8/(3π)`, band: about(8 / (3 * Math.PI)), printed: '0.8' },
    ],
    band: { kind: 'seeds', seeds: 3 },
    door: {
      kind: 'lab',
      query: `lane=pytorch_linear&lane=xavier_uniform&act=tanh&width=${SIDE}&depth=5`,
    },
    seeds: 3,
    measure: bySeed((kernels, seed) => [
      meanSingularValue('pytorch_linear', kernels, seed),
      meanSingularValue('xavier_uniform', kernels, seed),
    ]),
  },
];
