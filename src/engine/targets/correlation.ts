/** Order and chaos: the correlation of two inputs in deep nets (Poole et al. 2016; Schoenholz et al. 2017). */
import type { Kernels } from '../kernels.ts';
import { TICK } from '../pace.ts';
import type { ActivationSpec } from '../types.ts';
import { correlationStep, settled } from '../theory/correlation.ts';
import type { MeanFieldStart } from '../theory/correlation.ts';
import { criticalLine } from '../theory/variance.ts';
import { bySeed, exactly, labRuns } from './measures.ts';
import { exact, rounded } from './rules.ts';
import type { CorrelationStep, Picture, Target, TargetValue } from './target.ts';

const TANH: ActivationSpec = { id: 'tanh', params: {} };
const RELU: ActivationSpec = { id: 'relu', params: {} };

const at = (weightVariance: number, biasVariance: number): MeanFieldStart => ({
  weightVariance,
  biasVariance,
});

/** Correlation of two orthogonal inputs with the fixed-point variance q after `layers` layers. */
function after(act: ActivationSpec, start: MeanFieldStart, q: number, layers: number): number {
  let c = 0;
  for (let layer = 0; layer < layers; layer += 1) c = correlationStep(act, start, q, c);
  return c;
}

/** The critical initialization of tanh, χ₁ = 1, with this bias variance; by bisection on σ_w². */
function critical(biasVariance: number): { readonly weightVariance: number; readonly q: number } {
  let [low, high] = [1, 5];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if ((settled(TANH, at(middle, biasVariance))?.chi ?? Infinity) < 1) low = middle;
    else high = middle;
  }
  return { weightVariance: low, q: settled(TANH, at(low, biasVariance))?.q ?? Number.NaN };
}

const BIAS_VARIANCES = [0.001, 0.01, 0.05, 0.2, 1] as const;
const CRITICAL = ['1.18919', '1.42421', '1.76095', '2.28515', '3.44321'] as const;
const LENGTHS = ['0.1073', '0.2733', '0.5700', '1.1645', '3.0364'] as const;

/** σ_w², χ₁, ξ, c* at σ_b² = 0.05. */
const PHASES = [
  ['1', '0.759', '3.63', '1.000'],
  ['1.5', '0.939', '15.8', '1.000'],
  ['1.75', '0.998', '426', '1.000'],
  ['2', '1.048', '25.2', '0.744'],
  ['3', '1.209', '9.05', '0.299'],
  ['4', '1.342', '6.98', '0.165'],
] as const;

/** A depth scale printed with three digits, with a band of one percent. */
const scale = (label: string, printed: string): TargetValue => ({
  label,
  band: [0.99 * Number(printed), 1.01 * Number(printed)],
  printed,
});

const within = (printed: string, by: number): TargetValue['band'] => [
  Number(printed) - by,
  Number(printed) + by,
];

const DEPTHS = [1, 3, 10, 30, 100] as const;
const ALIKE = ['0.3183', '0.6048', '0.8715', '0.9720', '0.9964'] as const;

const BIAS = 'bias=random_normal(std=0.2236)&act=tanh&width=512&depth=30&batch=64&backward=0';
const PAIR_VARIANCES = [1, 4] as const;
const PAIR = `lane=lecun_normal&lane=variance_scaling(scale=4)&${BIAS}`;

/** The map c → c′ at the fixed-point variance, and the layers of a measured net (Poole et al. 2016, figure 2). */
function correlationPicture(kernels: Kernels): Picture {
  const runs = labRuns(PAIR, kernels);
  return {
    kind: 'correlations',
    lanes: PAIR_VARIANCES.map((weightVariance, lane) => {
      const start = at(weightVariance, 0.05);
      const q = settled(TANH, start)?.q ?? Number.NaN;
      const alike = (runs[lane]?.layers ?? []).map(({ similarity }) => similarity);
      return {
        name: `σ_w² = ${weightVariance}`,
        theory: Array.from({ length: 41 }, (_, i): CorrelationStep => {
          const c = i / 40;
          return [c, correlationStep(TANH, start, q, c)];
        }),
        measured: alike
          .slice(1)
          .map((after, i): CorrelationStep => [alike[i] ?? Number.NaN, after]),
      };
    }),
  };
}

export const CORRELATION_TARGETS: readonly Target[] = [
  {
    id: 'M1',
    source: 'schoenholz2017',
    place: { kind: 'figure', at: '1' },
    printed: CRITICAL.join(', '),
    prints: 'result',
    values: BIAS_VARIANCES.flatMap((bias, i) => [
      {
        label: `σ_w², σ_b² = ${bias}`,
        band: within(CRITICAL[i] ?? '', 1e-4),
        printed: CRITICAL[i] ?? '',
      },
      {
        label: `q*, σ_b² = ${bias}`,
        band: within(LENGTHS[i] ?? '', 2e-4),
        printed: LENGTHS[i] ?? '',
      },
    ]),
    band: { kind: 'exact' },
    door: { kind: 'lab', query: `lane=random_normal(std=0.0587)&lane=lecun_normal&${BIAS}` },
    seeds: 1,
    measure: exactly(function* exact() {
      const values: number[] = [];
      for (const bias of BIAS_VARIANCES) {
        const { weightVariance, q } = critical(bias);
        values.push(weightVariance, q);
        yield TICK;
      }
      return values;
    }),
  },
  {
    id: 'M2',
    source: 'schoenholz2017',
    place: { kind: 'equation', at: 'χ₁ = 1' },
    printed: '1.68798, 0.03804',
    prints: 'result',
    values: [rounded('σ_w², q = 0.5', '1.68798'), rounded('σ_b², q = 0.5', '0.03804')],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: PAIR },
    seeds: 1,
    measure: exactly(() => {
      const [point] = criticalLine(TANH, [0.5]);
      return [(point?.weightStd ?? Number.NaN) ** 2, (point?.biasStd ?? Number.NaN) ** 2];
    }),
  },
  {
    id: 'M4',
    source: 'schoenholz2017',
    place: { kind: 'equation', at: '5, 9' },
    printed: PHASES.map(([, chi]) => chi).join(', '),
    prints: 'result',
    values: PHASES.flatMap(([weight, chi, xi, c]) => [
      rounded(`χ₁, σ_w² = ${weight}`, chi),
      scale(`ξ, σ_w² = ${weight}`, xi),
      rounded(`c*, σ_w² = ${weight}`, c),
    ]),
    band: { kind: 'exact' },
    door: { kind: 'lab', query: PAIR },
    seeds: 1,
    measure: exactly(() =>
      PHASES.flatMap(([weight]) => {
        const found = settled(TANH, at(Number(weight), 0.05));
        return [found?.chi ?? Number.NaN, found?.xi ?? Number.NaN, found?.c ?? Number.NaN];
      }),
    ),
  },
  {
    id: 'M5',
    source: 'poole2016',
    place: { kind: 'figure', at: '2' },
    printed: '1.000, 0.20',
    prints: 'result',
    values: [
      { label: 'σ_w² = 1, l = 5', band: [0.5, 0.62], printed: '0.57' },
      { label: 'σ_w² = 1, l = 30', band: [0.99, 1], printed: '1.000' },
      { label: 'σ_w² = 4, l = 10', band: [0.09, 0.18], printed: '0.17' },
      { label: 'σ_w² = 4, l = 30', band: [0.13, 0.22], printed: '0.20' },
    ],
    band: { kind: 'seeds', seeds: 3 },
    door: { kind: 'lab', query: PAIR },
    seeds: 3,
    measure: bySeed(
      (kernels, seed) =>
        labRuns(PAIR, kernels, seed).flatMap(({ layers }, lane) =>
          [lane === 0 ? 5 : 10, 30].map((layer) => layers[layer - 1]?.similarity ?? Number.NaN),
        ),
      { picture: correlationPicture },
    ),
  },
  {
    id: 'M6',
    source: 'exact',
    place: { kind: 'equation', at: '(√(1 − c²) + (π − arccos c) c)/π' },
    printed: ALIKE.join(', '),
    prints: 'result',
    values: [
      ...ALIKE.map((printed, i) => rounded(`l = ${DEPTHS[i]}`, printed)),
      exact('1/π', 1 / Math.PI),
    ],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: 'lane=he_normal&depth=100&width=256&batch=64&backward=0' },
    seeds: 1,
    measure: exactly(() => [
      ...DEPTHS.map((depth) => after(RELU, at(2, 0), 1, depth)),
      after(RELU, at(2, 0), 1, 1),
    ]),
  },
];
