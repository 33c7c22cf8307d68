/** Trainability in order, in chaos and on the line between them, by short races (Schoenholz et al. 2017, figure 5). */
import type { Kernels } from '../kernels.ts';
import { predictedDepth, trainCell } from '../map/trainability.ts';
import type {
  TrainabilityCell,
  TrainabilityGrid,
  TrainabilityResult,
} from '../map/trainability.ts';
import type { Tick } from '../pace.ts';
import { parseQuery } from '../lab/query.ts';
import type { ActivationSpec } from '../types.ts';
import { ALL, NONE } from './races.ts';
import type { Target } from './target.ts';

const TANH: ActivationSpec = { id: 'tanh', params: {} };
const BIAS_VARIANCE = 0.05;

function gridOf(
  query: string,
  depths: readonly number[],
  weightVariances: readonly number[],
): TrainabilityGrid {
  const { lab, train } = parseQuery(query, 'race');
  return { lab, train, biasVariance: BIAS_VARIANCE, depths, weightVariances, seeds: 1 };
}

const cellsOf = ({ depths, weightVariances }: TrainabilityGrid): readonly TrainabilityCell[] =>
  depths.flatMap((depth) => weightVariances.map((weightVariance) => ({ depth, weightVariance })));

/** Trains all cells of a grid from every seed; yields the share that is done. */
function* trainAll(
  grid: TrainabilityGrid,
  kernels: Kernels,
): Generator<number | Tick, readonly TrainabilityResult[], void> {
  const results: TrainabilityResult[] = [];
  const cells = cellsOf(grid);
  for (const cell of cells) {
    results.push(yield* trainCell(grid, cell, kernels));
    yield results.length / cells.length;
  }
  return results;
}

const learnedShare = ({ learned, seeds }: TrainabilityResult): number => learned / seeds;

/** Depth of the deepest net of a column that learned; 0 if none did. */
const deepest = (results: readonly TrainabilityResult[], variance: number): number =>
  Math.max(
    0,
    ...results
      .filter(({ weightVariance, learned }) => weightVariance === variance && learned > 0)
      .map(({ depth }) => depth),
  );

const EIGHTY = 'act=tanh&width=64&input=circle&lr=0.003&steps=1000';
// Without 2.5: there some nets only begin to learn near step 1000, depending on rounding errors.
const ASIDE = [1.25, 1.75, 4] as const;

const SMALL = 'act=tanh&width=32&input=circle&lr=0.01&steps=500';
const DEPTHS = [5, 10, 20, 40] as const;
const COLUMNS = [1, 1.5, 1.75, 2.5, 4] as const;
const sixScales = (variance: number): number =>
  predictedDepth(TANH, { weightVariance: variance, biasVariance: BIAS_VARIANCE }) ?? Number.NaN;

export const TRAINABILITY_TARGETS: readonly Target[] = [
  {
    id: 'M7',
    source: 'schoenholz2017',
    place: { kind: 'figure', at: '5' },
    printed: '1.75: 3/3; 1.25, 4: 0/3',
    prints: 'result',
    values: ASIDE.map((variance) => ({
      label: `L = 80, σ_w² = ${variance}: learned`,
      band: variance === 1.75 ? ALL : NONE,
    })),
    band: { kind: 'seeds', seeds: 1 },
    door: { kind: 'map', query: `kind=trainability&${EIGHTY}` },
    seeds: 1,
    *measure({ kernels, seeds }) {
      const results = yield* trainAll({ ...gridOf(EIGHTY, [80], ASIDE), seeds }, kernels);
      return { values: results.map(learnedShare), draws: [], curves: [] };
    },
  },
  {
    id: 'M8',
    source: 'schoenholz2017',
    place: { kind: 'figure', at: '5' },
    printed: '6 ξ',
    prints: 'result',
    values: [
      { label: 'σ_w² = 1: max L/(6 ξ)', band: [0.2, 1] },
      { label: 'σ_w² = 1.75: max L', band: [40, 40] },
      { label: 'σ_w² = 4: max L/(6 ξ)', band: [0.1, 1] },
    ],
    band: { kind: 'seeds', seeds: 1 },
    door: { kind: 'map', query: `kind=trainability&${SMALL}` },
    seeds: 1,
    *measure({ kernels, seeds }) {
      const results = yield* trainAll({ ...gridOf(SMALL, DEPTHS, COLUMNS), seeds }, kernels);
      return {
        values: [
          deepest(results, 1) / sixScales(1),
          deepest(results, 1.75),
          deepest(results, 4) / sixScales(4),
        ],
        draws: [],
        curves: [],
        picture: {
          kind: 'trainability',
          depths: DEPTHS,
          weightVariances: COLUMNS,
          results,
          biasVariance: BIAS_VARIANCE,
          predicted: COLUMNS.map((weightVariance) =>
            predictedDepth(TANH, { weightVariance, biasVariance: BIAS_VARIANCE }),
          ),
          query: SMALL,
        },
      };
    },
  },
];
