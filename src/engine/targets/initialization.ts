/**
 * One vector through a hundred layers, and ten layers of tanh and ReLU: results printed in courses, before training.
 */
import { activationMoments } from '../theory/variance.ts';
import { activationStds, bySeed, histograms, labRuns, stdOfLayer } from './measures.ts';
import type { Target } from './target.ts';

const ONE = 'width=512&batch=1&backward=0';
const TEN = 'width=500&batch=1000&depth=10&backward=0';
const dellinger = {
  source: 'dellinger2019',
  place: { kind: 'text', at: '' },
  seeds: 9,
} as const;

interface LastStd {
  readonly id: string;
  readonly lane: string;
  readonly act: string;
  readonly printed: string;
  readonly band: readonly [number, number];
}

/** Std of the hundredth layer; the source prints a single draw. */
const lastStd = ({ id, lane, act, printed, band }: LastStd): Target => {
  const query = `lane=${lane}&act=${act}&depth=100&${ONE}`;
  return {
    ...dellinger,
    id,
    printed,
    prints: 'draw',
    values: [{ label: 'l = 100', band, printed }],
    band: { kind: 'seeds', seeds: 9 },
    door: { kind: 'lab', query },
    measure: stdOfLayer(query, 100),
  };
};

/** Std of the hundredth infinitely wide tanh layer with weight variance 1/n, for inputs of mean square 1. */
function tanhAtInfiniteWidth(): number {
  const tanh = { id: 'tanh', params: {} } as const;
  let square = 1;
  for (let layer = 1; layer <= 100; layer += 1) square = activationMoments(tanh, square).second;
  return Math.sqrt(square);
}

const within = (value: number, share: number): readonly [number, number] => [
  value * (1 - share),
  value * (1 + share),
];

/** Stds by layer, as printed on the slides. */
const TANH_STDS = [
  0.2135, 0.0476, 0.01063, 0.00238, 5.31e-4, 1.19e-4, 2.66e-5, 5.9e-6, 1.33e-6, 3e-7,
];

const OVERFLOW = `lane=random_normal(std=1)&act=linear&depth=32&${ONE}`;
const UNDERFLOW = `lane=random_normal(std=0.01)&act=linear&depth=72&${ONE}`;
const HALF = 'lane=he_normal&act=relu&width=512&batch=2048&depth=1&backward=0';
const TEN_TANH = `lane=random_normal(std=0.01)&act=tanh&${TEN}`;
const TEN_RELU = `lane=he_normal&act=relu&${TEN}`;

export const INITIALIZATION_TARGETS: readonly Target[] = [
  {
    ...dellinger,
    id: 'R1',
    printed: '29',
    prints: 'result',
    values: [
      { label: 'float32', band: [29, 29], printed: '29' },
      { label: 'float64, 100', band: [0, 0] },
    ],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: OVERFLOW },
    measure: bySeed((kernels, seed) => {
      const [run] = labRuns(OVERFLOW, kernels, seed);
      const wide = activationStds(
        `lane=random_normal(std=1)&act=linear&depth=100&precision=float64&${ONE}`,
        kernels,
        seed,
      );
      const lost = wide.filter((std) => !Number.isFinite(std)).length;
      return [run?.outcome.firstNonFiniteLayer ?? Infinity, lost];
    }),
  },
  {
    ...dellinger,
    id: 'R2',
    printed: '0',
    prints: 'result',
    values: [{ label: 'float32', band: [70, 70] }],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: UNDERFLOW },
    seeds: 5,
    measure: bySeed((kernels, seed) => {
      const [run] = labRuns(UNDERFLOW, kernels, seed);
      return [run?.outcome.firstAllZeroLayer ?? Infinity];
    }),
  },
  lastStd({ id: 'R4', lane: 'lecun_normal', act: 'linear', printed: '1.0825', band: [0.45, 1.31] }),
  lastStd({ id: 'R5', lane: 'lecun_normal', act: 'tanh', printed: '0.0613', band: [0.048, 0.088] }),
  {
    id: 'R5w',
    source: 'exact',
    place: { kind: 'equation', at: 'Poole et al. 2016, 3' },
    printed: '0.0712',
    prints: 'result',
    values: [{ label: 'n → ∞, l = 100', band: [0.07115, 0.07125], printed: '0.0712' }],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: `lane=lecun_normal&act=tanh&depth=100&width=1024&batch=16` },
    seeds: 1,
    measure: bySeed(() => [tanhAtInfiniteWidth()]),
  },
  lastStd({
    id: 'R6',
    lane: 'pytorch_linear',
    act: 'tanh',
    printed: '9.97e-25',
    band: [5e-25, 1.2e-24],
  }),
  lastStd({
    id: 'R7',
    lane: 'xavier_uniform',
    act: 'tanh',
    printed: '0.0813',
    band: [0.05, 0.089],
  }),
  {
    ...dellinger,
    id: 'R9',
    printed: '0.5637, 0.99979',
    prints: 'result',
    values: [
      { label: 'mean = 1/√π', band: within(1 / Math.sqrt(Math.PI), 0.01), printed: '0.5637' },
      { label: 'rms = 1', band: within(1, 0.01), printed: '0.99979' },
      { label: 'std = √(1 − 1/π)', band: within(Math.sqrt(1 - 1 / Math.PI), 0.01) },
    ],
    band: { kind: 'tolerance', share: 0.01 },
    door: { kind: 'lab', query: HALF },
    measure: bySeed((kernels, seed) => {
      const {
        mean = 0,
        rms = 0,
        std = 0,
      } = labRuns(HALF, kernels, seed)[0]?.layers[0]?.activations ?? {};
      return [mean, rms, std];
    }),
  },
  lastStd({ id: 'R10', lane: 'he_normal', act: 'relu', printed: '0.4226', band: [0.3, 1.65] }),
  lastStd({
    id: 'R11',
    lane: 'xavier_normal',
    act: 'relu',
    printed: '7.78e-16',
    band: [2.1e-16, 1.3e-15],
  }),
  {
    id: 'R13',
    source: 'cs231n2017',
    place: { kind: 'lecture', at: '6' },
    printed: TANH_STDS.join(', '),
    prints: 'result',
    values: TANH_STDS.map((printed, i) => ({
      label: `l = ${i + 1}`,
      band: within(printed, 0.02),
      printed: String(printed),
    })),
    band: { kind: 'tolerance', share: 0.02 },
    door: { kind: 'lab', query: TEN_TANH },
    seeds: 9,
    measure: bySeed((kernels, seed) => activationStds(TEN_TANH, kernels, seed), {
      curve: (stds) => [
        { name: 'std', values: stds },
        { name: 'CS231n', values: TANH_STDS },
      ],
      picture: (kernels) => histograms(['tanh'], labRuns(TEN_TANH, kernels), 'activations'),
    }),
  },
  {
    id: 'R17',
    source: 'cs231n2017',
    place: { kind: 'lecture', at: '6' },
    printed: '0.564, 0.825',
    prints: 'result',
    values: [
      { label: 'l = 1, mean', band: within(0.564, 0.005), printed: '0.564' },
      { label: 'l = 1, std', band: within(0.825, 0.005), printed: '0.825' },
      { label: 'l = 10, std', band: [0.62, 1.17] },
    ],
    band: { kind: 'tolerance', share: 0.005 },
    door: { kind: 'lab', query: TEN_RELU },
    seeds: 9,
    measure: bySeed(
      (kernels, seed) => {
        const layers = labRuns(TEN_RELU, kernels, seed)[0]?.layers ?? [];
        const [first] = layers;
        return [
          first?.activations.mean ?? Number.NaN,
          first?.activations.std ?? Number.NaN,
          layers[9]?.activations.std ?? Number.NaN,
        ];
      },
      {
        picture: (kernels) => histograms(['ReLU'], labRuns(TEN_RELU, kernels), 'activations'),
      },
    ),
  },
];
