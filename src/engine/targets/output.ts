/** The loss before training, nets that are dead at initialization, and the tails of the draws. */
import type { Kernels } from '../kernels.ts';
import { firstLoss } from '../theory/firstLoss.ts';
import { deadProbability } from '../theory/deadProbability.ts';
import { activationStds, bySeed, labRuns } from './measures.ts';
import { rounded } from './rules.ts';
import type { Target } from './target.ts';

/** A head of zeros, whose loss is ln C. */
const head = (input: string): string =>
  `lane=he_normal&head=zeros&width=32&depth=2&batch=64&input=${input}&backward=0`;

const lossOf = (query: string, kernels: Kernels, seed = 1): number =>
  labRuns(query, kernels, seed)[0]?.outcome.loss ?? Number.NaN;

/** Std of the head's weights; with 64 inputs of size 1 the logits' std is 8 times that. */
const SPREADS = [0.05, 0.1, 0.2] as const;
const spreadHead = (std: number): string =>
  `lane=xavier_normal&act=tanh&head=random_normal(std=${std})&width=64&depth=2&batch=64&input=digits&backward=0`;

/** Mean over nets of the loss minus `firstLoss(10, s)`, where s is the rms of the logits. */
function beyondFormula(std: number, kernels: Kernels, seed: number): number {
  const nets = 16;
  let sum = 0;
  for (let i = 0; i < nets; i += 1) {
    const [run] = labRuns(spreadHead(std), kernels, nets * seed + i);
    const spread = run?.outcome.output?.preActivations.rms ?? Number.NaN;
    sum += (run?.outcome.loss ?? Number.NaN) - firstLoss(10, spread);
  }
  return sum / nets;
}

const NETS = 100;
/** Share of nets of ten layers that are dead for one input. */
function deadShare(width: number, kernels: Kernels, seed: number): number {
  const query = `lane=he_normal&width=${width}&depth=10&batch=1&backward=0`;
  let dead = 0;
  for (let i = 0; i < NETS; i += 1) {
    // With a single example the std is that between units, which is 0 only if all are 0.
    if (activationStds(query, kernels, NETS * seed + i).at(-1) === 0) dead += 1;
  }
  return dead / NETS;
}

/** A target value for a share, with a band of four standard errors for NETS nets. */
const share = (label: string, expected: number): Target['values'][number] => {
  const error = 4 * Math.sqrt((expected * (1 - expected)) / NETS);
  return { label, band: [expected - error, Math.min(1, expected + error)] };
};

const KURTOSIS_LANES =
  'lane=random_uniform(min=-0.1,max=0.1)&lane=random_normal(std=0.1)&lane=truncated_normal(std=0.1)';
const KURTOSIS = `${KURTOSIS_LANES}&width=512&depth=1&batch=2&backward=0`;

/** E[x⁴]/E[x²]² of each lane's first-layer weights, from the bins of their histogram; the mean is 0. */
function kurtosis(query: string, kernels: Kernels, seed: number): readonly number[] {
  return labRuns(query, kernels, seed).map(({ layers: [layer] }) => {
    const { own } = layer?.weights ?? {};
    if (own === undefined) return Number.NaN;
    const width = (own.hi - own.lo) / own.counts.length;
    let [second, fourth] = [0, 0];
    own.counts.forEach((count, i) => {
      const square = (own.lo + (i + 0.5) * width) ** 2;
      second += count * square;
      fourth += count * square * square;
    });
    const count = own.counts.reduce((sum, each) => sum + each, 0);
    return (fourth * count) / second ** 2;
  });
}

export const OUTPUT_TARGETS: readonly Target[] = [
  {
    id: 'O1',
    source: 'exact',
    place: { kind: 'equation', at: 'C ≈ ln C + s²/2' },
    printed: 'ln C + s²/2',
    prints: 'result',
    values: SPREADS.map((std) => ({
      label: `loss − ln 10 − s²/2, N(0, ${std}²)`,
      band: [-0.03, 0.03] as const,
    })),
    band: { kind: 'seeds', seeds: 3 },
    door: { kind: 'lab', query: spreadHead(0.1) },
    inputs: ['digits'],
    seeds: 3,
    measure: bySeed((kernels, seed) => SPREADS.map((std) => beyondFormula(std, kernels, seed))),
  },
  {
    id: 'O3',
    source: 'exact',
    place: { kind: 'equation', at: 'ln C' },
    printed: '0.6931, 2.1972, 2.3026, 3.2958, 10.8249',
    prints: 'result',
    values: [
      rounded('C = 2', '0.6931'),
      rounded('C = 9', '2.1972'),
      rounded('C = 10', '2.3026'),
      rounded('C = 27', '3.2958'),
      rounded('C = 50257', '10.8249'),
    ],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: head('shapeset') },
    inputs: ['digits'],
    seeds: 1,
    // Two, nine and ten classes are measured in nets; 50257 outputs are too many for the lab.
    measure: bySeed((kernels) => [
      ...['circle', 'shapeset', 'digits'].map((input) => lossOf(head(input), kernels)),
      firstLoss(27, 0),
      firstLoss(50257, 0),
    ]),
  },
  {
    id: 'O4',
    source: 'lu2020',
    place: { kind: 'theorem', at: '3.3' },
    printed: '0.9437, 0.2720',
    prints: 'result',
    values: [
      rounded('N = 2, L = 10', '0.9437'),
      rounded('N = 5, L = 10', '0.2720'),
      share('N = 2, L = 10: nets', 0.9437),
      share('N = 5, L = 10: nets', 0.272),
    ],
    band: { kind: 'seeds', seeds: 1 },
    door: { kind: 'lab', query: 'lane=he_normal&width=2&depth=10&batch=1' },
    seeds: 1,
    measure: bySeed((kernels, seed) => [
      deadProbability(2, 10),
      deadProbability(5, 10),
      deadShare(2, kernels, seed),
      deadShare(5, kernels, seed),
    ]),
  },
  {
    id: 'O7',
    source: 'exact',
    place: { kind: 'equation', at: 'E[w⁴]/E[w²]²' },
    printed: '1.8, 3, 2.3655',
    prints: 'result',
    values: [
      { label: 'U(±a)', band: [1.79, 1.81], printed: '1.8' },
      { label: 'N(0, σ²)', band: [2.95, 3.05], printed: '3' },
      { label: '±2σ', band: [2.35, 2.38], printed: '2.3655' },
    ],
    band: { kind: 'seeds', seeds: 3 },
    door: { kind: 'lab', query: KURTOSIS },
    seeds: 3,
    measure: bySeed((kernels, seed) => kurtosis(KURTOSIS, kernels, seed)),
  },
];
