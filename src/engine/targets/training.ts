/**
 * Races: zero and constant initialization, which cannot learn, and a small analogue of He et
 * al. 2015, figures 2 and 3.
 */
import type { Kernels } from '../kernels.ts';
import type { Tick } from '../pace.ts';
import { extremesOf } from './extremes.ts';
import { bySeed, labRuns, raceRuns } from './measures.ts';
import {
  ALL,
  around,
  bestOf,
  divergedAtOf,
  gradientOf,
  learnedShare,
  lnTo,
  lossOf,
  medianOf,
  NONE,
  race,
  stepsOf,
} from './races.ts';
import type { Target } from './target.ts';

const ZERO = 'lane=zeros&depth=3&width=16&input=circle&steps=100';
const CONSTANT = 'lane=constant(value=0.5)&depth=2&width=16&input=circle&steps=500';
const RULES = ['He', 'Xavier', 'PyTorch'] as const;
const LANES = 'lane=he_normal&lane=xavier_normal&lane=pytorch_linear';
const circle = (depth: number): string => `${LANES}&depth=${depth}&width=32&input=circle`;
/** Both lanes get the same gradient at the output, so that only the rules are compared. */
const firstGradients = (depth: number): string =>
  `net=conv&lane=xavier_normal&lane=he_normal&depth=${depth}&width=16&batch=32`;
const CONV = 'net=conv&input=digits&depth=22';
const DENSE = `${LANES}&input=digits&depth=10&width=64&lr=0.05`;
const DEEPER = `lane=he_normal&lane=xavier_normal&input=digits&depth=20&width=64&lr=0.02`;

const BLOCKS = 'depth=30&width=32&input=circle&lr=0.01&steps=600';
const BLOCK_NAMES = ['He', 'h + f(z)', 'batch norm', 'h + f(z), batch norm'] as const;
const BLOCK_LANES = ['', ';rescue=residual', ';rescue=batch_norm', ';rescue=batch_norm,residual'];
const BLOCK_RACE = `${BLOCK_LANES.map((rescue) => `lane=he_normal${rescue}`).join('&')}&${BLOCKS}`;

function* firstLoss(query: string, kernels: Kernels): Generator<Tick, number, void> {
  const [run] = yield* raceRuns(query, kernels);
  return run?.records[0]?.loss ?? Number.NaN;
}

export const TRAINING_TARGETS: readonly Target[] = [
  {
    id: 'T1',
    source: 'exact',
    place: { kind: 'equation', at: '∂C/∂W = δ hᵀ, ln C' },
    printed: '0, 0, ln 2, ln 10',
    prints: 'result',
    values: [
      { label: 'tanh: max |∂C/∂W|', band: NONE },
      { label: 'ReLU: max |∂C/∂W|', band: NONE },
      { label: 'C = 2', band: lnTo(2, 1e-6), printed: '0.6931' },
      { label: 'C = 10', band: lnTo(10, 1e-6), printed: '2.3026' },
      { label: 'max |b|, ReLU', band: [Number.MIN_VALUE, Infinity] },
    ],
    band: { kind: 'exact' },
    door: { kind: 'race', query: `${ZERO}&lane=he_normal&act=tanh` },
    seeds: 1,
    measure: bySeed(function* measured(kernels) {
      const tanh = extremesOf(`${ZERO}&act=tanh`, kernels);
      const relu = extremesOf(`${ZERO}&act=relu`, kernels);
      return [
        tanh.gradient,
        relu.gradient,
        yield* firstLoss(ZERO, kernels),
        yield* firstLoss('lane=zeros&depth=2&width=8&input=circle&out=10&steps=1', kernels),
        relu.bias,
      ];
    }),
  },
  {
    id: 'T2',
    source: 'exact',
    place: { kind: 'equation', at: 'zᵢ = zⱼ' },
    printed: '1, < 95 %',
    prints: 'result',
    values: ['tanh', 'ReLU', 'sigmoid', 'GELU'].flatMap((act) => [
      { label: `${act}: units`, band: ALL },
      { label: `${act}: max accuracy`, band: [0, 0.9499] as const },
    ]),
    band: { kind: 'exact' },
    door: { kind: 'race', query: `${CONSTANT}&lane=xavier_normal&act=tanh` },
    seeds: 1,
    measure: bySeed(function* measured(kernels) {
      const values: number[] = [];
      for (const act of ['tanh', 'relu', 'sigmoid', 'gelu']) {
        for (const run of yield* raceRuns(`${CONSTANT}&act=${act}`, kernels)) {
          const units = Math.max(...run.records.flatMap(({ distinctUnits }) => distinctUnits));
          values.push(units, bestOf(run));
        }
      }
      return values;
    }),
  },
  {
    id: 'T4',
    source: 'he2015',
    place: { kind: 'figure', at: '2' },
    printed: '22',
    prints: 'result',
    values: [
      { label: 'He: learned', band: ALL },
      { label: 'He: step', band: [50, 500] },
      { label: 'Xavier/He: step', band: [2.5, Infinity] },
      { label: 'PyTorch: learned', band: NONE },
      { label: 'He: |∂C/∂W¹|', band: around(1e-2, 5) },
      { label: 'Xavier: |∂C/∂W¹|', band: around(8e-6, 6) },
    ],
    band: { kind: 'seeds', seeds: 5 },
    door: { kind: 'race', query: circle(22) },
    seeds: 5,
    measure: race(circle(22), RULES, ([he, xavier, pytorch]) => [
      learnedShare(he),
      medianOf(he, stepsOf),
      medianOf(xavier, stepsOf) / medianOf(he, stepsOf),
      learnedShare(pytorch),
      medianOf(he, gradientOf),
      medianOf(xavier, gradientOf),
    ]),
  },
  {
    id: 'T4d',
    source: 'he2015',
    place: { kind: 'figure', at: '3' },
    printed: '30',
    prints: 'result',
    values: [
      { label: 'He: learned', band: ALL },
      { label: 'Xavier: learned', band: [0, 0.1] },
      { label: 'Xavier: C', band: lnTo(2, 0.01), printed: '0.693' },
      { label: 'PyTorch: learned', band: NONE },
      { label: 'Xavier: |∂C/∂W¹|', band: around(3e-7, 6) },
    ],
    band: { kind: 'seeds', seeds: 3 },
    door: { kind: 'race', query: circle(30) },
    seeds: 3,
    measure: race(circle(30), RULES, ([he, xavier, pytorch]) => [
      learnedShare(he),
      learnedShare(xavier),
      medianOf(xavier, lossOf),
      learnedShare(pytorch),
      medianOf(xavier, gradientOf),
    ]),
  },
  {
    id: 'D1',
    source: 'exact',
    place: { kind: 'equation', at: '2^(−(L − 1)/2)' },
    printed: '0.088, 6.9e-4',
    prints: 'result',
    values: [8, 22].map((depth, i) => ({
      label: `Xavier/He: |∂C/∂W¹|, L = ${depth}`,
      band: around(2 ** (-(depth - 1) / 2), 1.01),
      printed: ['0.088', '6.9e-4'][i] ?? '',
    })),
    band: { kind: 'tolerance', share: 0.01 },
    door: { kind: 'lab', query: firstGradients(22) },
    seeds: 3,
    measure: bySeed((kernels, seed) =>
      [8, 22].map((depth) => {
        const [xavier = Number.NaN, he = Number.NaN] = labRuns(
          firstGradients(depth),
          kernels,
          seed,
        ).map(({ layers: [first] }) => first?.weightGradients?.rms ?? Number.NaN);
        return xavier / he;
      }),
    ),
  },
  {
    id: 'D3',
    source: 'he2015',
    place: { kind: 'figure', at: '2' },
    printed: '22',
    prints: 'result',
    values: [
      { label: 'He: max accuracy', band: [0.8, 1] },
      { label: 'Xavier: C', band: lnTo(10, 0.01), printed: '2.3023' },
      { label: 'PyTorch: C', band: lnTo(10, 0.01) },
      // Ranges over twenty seeds: 6.3e-3 to 0.11, 4.1e-6 to 3.6e-5, 1.4e-11 to 4.6e-11; the bands are a factor 2 wider.
      { label: 'He: |∂C/∂W¹|', band: [3e-3, 0.22] },
      { label: 'Xavier: |∂C/∂W¹|', band: [2e-6, 7e-5] },
      { label: 'PyTorch: |∂C/∂W¹|', band: [7e-12, 1e-10] },
    ],
    band: { kind: 'seeds', seeds: 1 },
    door: { kind: 'race', query: `${LANES}&${CONV}` },
    inputs: ['digits'],
    seeds: 1,
    measure: bySeed(function* measured(kernels, seed) {
      // The step at which 90 % is reached varies with the seed (bench/digits.mjs); 80 % is always reached in these steps.
      const learning = yield* raceRuns(`lane=he_normal&${CONV}&steps=800`, kernels, seed);
      const stalled = yield* raceRuns(
        `lane=xavier_normal&lane=pytorch_linear&${CONV}&steps=200`,
        kernels,
        seed,
      );
      return [
        ...learning.map(bestOf),
        ...stalled.map(lossOf),
        ...[...learning, ...stalled].map(gradientOf),
      ];
    }),
  },
  {
    id: 'D5',
    source: 'own',
    place: { kind: 'text', at: '' },
    printed: '10',
    prints: 'result',
    values: [
      { label: 'He: learned', band: ALL },
      { label: 'He: step', band: [100, 350] },
      { label: 'Xavier/He: step', band: [1.2, Infinity] },
      { label: 'PyTorch: learned', band: NONE },
      { label: 'PyTorch: C', band: lnTo(10, 0.05) },
    ],
    band: { kind: 'seeds', seeds: 3 },
    door: { kind: 'race', query: DENSE },
    inputs: ['digits'],
    seeds: 3,
    measure: race(DENSE, RULES, ([he, xavier, pytorch]) => [
      learnedShare(he),
      medianOf(he, stepsOf),
      medianOf(xavier, stepsOf) / medianOf(he, stepsOf),
      learnedShare(pytorch),
      medianOf(pytorch, lossOf),
    ]),
  },
  {
    id: 'D5d',
    source: 'own',
    place: { kind: 'text', at: '' },
    printed: '20',
    prints: 'result',
    values: [
      // Depending on the draw, 90 % is reached at step 400 to 500 or narrowly missed; 87 % is always reached.
      { label: 'He: max accuracy', band: [0.87, 1] },
      { label: 'Xavier: learned', band: NONE },
    ],
    band: { kind: 'seeds', seeds: 2 },
    door: { kind: 'race', query: DEEPER },
    inputs: ['digits'],
    seeds: 2,
    measure: race(DEEPER, RULES, ([he, xavier]) => [medianOf(he, bestOf), learnedShare(xavier)]),
  },
  {
    id: 'B4',
    source: 'own',
    place: { kind: 'text', at: '' },
    printed: '30',
    prints: 'result',
    values: [
      { label: 'He: step', band: [50, 150] },
      { label: 'He: |∂C/∂W¹|', band: around(5e-3, 5) },
      { label: 'h + f(z): step of the first NaN or ∞', band: [1, 5] },
      // Whether it learns within 600 steps depends on rounding errors; it is always at least this late.
      { label: 'batch norm/He: step', band: [4, Infinity] },
      { label: 'batch norm: |∂C/∂W¹|', band: around(12, 5) },
      { label: 'h + f(z), batch norm: step', band: [50, 150] },
    ],
    band: { kind: 'seeds', seeds: 2 },
    door: { kind: 'race', query: BLOCK_RACE },
    seeds: 2,
    measure: race(BLOCK_RACE, BLOCK_NAMES, ([alone, residual, norm, both]) => [
      medianOf(alone, stepsOf),
      medianOf(alone, gradientOf),
      medianOf(residual, divergedAtOf),
      medianOf(norm, stepsOf) / medianOf(alone, stepsOf),
      medianOf(norm, gradientOf),
      medianOf(both, stepsOf),
    ]),
  },
];
