/**
 * Residual branches and normalization before training: growth of the mean square forward and of the gradient backward.
 */
import type { Kernels } from '../kernels.ts';
import { branchFactor } from '../passes/blocks.ts';
import { bySeed, exactly, labRuns } from './measures.ts';
import { rounded } from './rules.ts';
import type { Target } from './target.ts';

/** Theoretical E[h²] of each layer's input, relative to the net's input: half of E[z²] with He initialization. */
function squares(query: string, kernels: Kernels): readonly number[] {
  const [run] = labRuns(`${query}&width=64&batch=16`, kernels);
  const input = run?.input.rms ?? Number.NaN;
  return (run?.layers ?? []).map(
    ({ theory }) => (theory?.preActivationStd ?? Number.NaN) ** 2 / 2 / input ** 2,
  );
}

/** E[h²] of the last layer relative to that of the net's input, measured in one net. */
function measuredSquare(query: string, kernels: Kernels, seed: number): number {
  const [run] = labRuns(query, kernels, seed);
  const last = run?.layers.at(-1)?.activations.rms ?? Number.NaN;
  return (last / (run?.input.rms ?? Number.NaN)) ** 2;
}

const ratios = (values: readonly number[]): readonly number[] =>
  values.slice(1).map((value, i) => value / (values[i] ?? Number.NaN));

/** Ten blocks of two layers, and one more layer, whose input is the output of the blocks. */
const tenBlocks = (branch: number | string): string =>
  `lane=he_normal&block=residual2&depth=21&branch=${branch}`;
const afterTen = (branch: number | string, kernels: Kernels): number =>
  squares(tenBlocks(branch), kernels)[20] ?? Number.NaN;
// W₂ with variance 1/n has half of He's variance, which corresponds to a factor √½ on the branch.
const HALVED = Math.SQRT1_2;
const BY_DEPTH = Math.sqrt(0.5 / 10);

/** Theoretical factor per layer on the gradient's std going backward, away from both ends. */
function backwardFactor(query: string, kernels: Kernels): number {
  const [run] = labRuns(`${query}&width=64&depth=8`, kernels);
  const g = (run?.layers ?? []).map(({ theory }) => theory?.gradientStd ?? Number.NaN);
  return (g[2] ?? Number.NaN) / (g[3] ?? Number.NaN);
}

/**
 * The same, measured between layer 2 and the last but one, since the first and the last layer differ from the others.
 */
function measuredFactor(norm: string, kernels: Kernels, seed: number): number {
  const [run] = labRuns(`lane=he_normal&norm=${norm}&width=512&depth=14&batch=128`, kernels, seed);
  const g = (run?.layers ?? []).map(({ gradients }) => gradients?.std ?? Number.NaN);
  return ((g[1] ?? Number.NaN) / (g[12] ?? Number.NaN)) ** (1 / 11);
}

const BATCHES = [
  [8, '1.3372'],
  [32, '1.2337'],
  [128, '1.2164'],
] as const;

export const BLOCK_TARGETS: readonly Target[] = [
  {
    id: 'S1',
    source: 'exact',
    place: { kind: 'equation', at: 'E[h²] ← E[(h + ReLU(Wh))²]' },
    printed: '2.7–2.9, 4.8e13',
    prints: 'result',
    values: [
      { label: 'min E[hˡ⁺¹²]/E[hˡ²]', band: [2.7, 2.91] },
      { label: 'max E[hˡ⁺¹²]/E[hˡ²]', band: [2.7, 2.91] },
      { label: 'l = 30', band: [3e13, 7e13], printed: '4.8e13' },
    ],
    band: { kind: 'seeds', seeds: 1 },
    door: { kind: 'lab', query: 'lane=he_normal&block=residual1&depth=31&width=64' },
    seeds: 1,
    *measure({ kernels }) {
      const values = squares('lane=he_normal&block=residual1&depth=31', kernels);
      yield 1;
      const later = ratios(values).slice(3);
      return {
        values: [Math.min(...later), Math.max(...later), values[30] ?? Number.NaN],
        draws: [],
        curves: [{ name: 'E[h²]', values: values.slice(1) }],
      };
    },
  },
  {
    id: 'S2',
    source: 'exact',
    place: { kind: 'equation', at: 'h + W₂ReLU(W₁h), (1 + 1)^L' },
    printed: '1024',
    prints: 'result',
    values: [
      { label: 'L = 10', band: [1023.99, 1024.01], printed: '1024' },
      { label: 'L = 10, n = 512', band: [850, 1200] },
    ],
    band: { kind: 'seeds', seeds: 5 },
    door: { kind: 'lab', query: `${tenBlocks(HALVED)}&width=64` },
    seeds: 5,
    measure: bySeed((kernels, seed) => [
      afterTen(HALVED, kernels),
      measuredSquare(
        `lane=he_normal&block=residual2&depth=20&branch=${HALVED}&width=512&batch=64&backward=0`,
        kernels,
        seed,
      ),
    ]),
  },
  {
    id: 'S3',
    source: 'exact',
    place: { kind: 'equation', at: '(1 + 1/L)^L' },
    printed: '2.594',
    prints: 'result',
    values: [rounded('L = 10', '2.594')],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: `${tenBlocks(BY_DEPTH)}&width=64` },
    seeds: 1,
    measure: bySeed((kernels) => [afterTen(BY_DEPTH, kernels)]),
  },
  {
    id: 'S5',
    source: 'exact',
    place: { kind: 'equation', at: 'h + 0' },
    printed: '1',
    prints: 'result',
    values: [
      { label: 'ReZero', band: [0.999999, 1.000001], printed: '1' },
      { label: 'Fixup', band: [0.999999, 1.000001], printed: '1' },
    ],
    band: { kind: 'exact' },
    door: { kind: 'lab', query: `${tenBlocks(0)}&width=64` },
    seeds: 1,
    measure: bySeed((kernels) => [afterTen(0, kernels), afterTen('fixup', kernels)]),
  },
  {
    id: 'S6',
    source: 'gpt2',
    place: { kind: 'section', at: '2.3' },
    printed: '0.0040825, 0.0020412',
    prints: 'result',
    values: [rounded('N = 12', '0.0040825'), rounded('N = 48', '0.0020412')],
    band: { kind: 'exact' },
    door: {
      kind: 'lab',
      query: 'lane=random_normal(std=0.02)&block=residual2&branch=1/sqrt(2L)&depth=24&width=256',
    },
    seeds: 1,
    measure: exactly(() => [12, 48].map((blocks) => 0.02 * branchFactor('1/sqrt(2L)', blocks))),
  },
  {
    id: 'S7',
    source: 'fixup2019',
    place: { kind: 'section', at: '3' },
    printed: '0.3536',
    prints: 'result',
    values: [
      { label: 'm = 2, L = 8', band: [0.3526, 0.3546], printed: '0.3536' },
      { label: 'W₂', band: [0, 0] },
    ],
    band: { kind: 'tolerance', share: 0.003 },
    door: {
      kind: 'lab',
      query: 'lane=random_normal(std=1)&block=residual2&branch=fixup&depth=16&width=512',
    },
    seeds: 3,
    measure: bySeed((kernels, seed) => {
      const query =
        'lane=random_normal(std=1)&block=residual2&branch=fixup&depth=16&width=512&batch=2&backward=0';
      const [run] = labRuns(query, kernels, seed);
      return [0, 1].map((layer) => run?.layers[layer]?.weights.rms ?? Number.NaN);
    }),
  },
  {
    id: 'B1',
    source: 'yang2019',
    place: { kind: 'theorem', at: '8' },
    printed: '√(π/(π − 1)) = 1.21117',
    prints: 'result',
    values: [
      { label: 'B = 2048', band: [1.2107, 1.2122], printed: '1.21117' },
      { label: 'layer norm', band: [0.999, 1.001] },
    ],
    band: { kind: 'tolerance', share: 0.0005 },
    door: { kind: 'lab', query: 'lane=he_normal&norm=batch&batch=2048&width=64&depth=8' },
    seeds: 1,
    measure: bySeed((kernels) => [
      backwardFactor('lane=he_normal&norm=batch&batch=2048', kernels),
      backwardFactor('lane=he_normal&norm=layer', kernels),
    ]),
  },
  {
    id: 'B2',
    source: 'yang2019',
    place: { kind: 'theorem', at: '8' },
    printed: BATCHES.map(([, printed]) => printed).join(', '),
    prints: 'result',
    values: BATCHES.map(([batch, printed]) => rounded(`B = ${batch}`, printed)),
    band: { kind: 'exact' },
    door: { kind: 'lab', query: 'lane=he_normal&norm=batch&batch=8&width=64&depth=8' },
    seeds: 1,
    measure: bySeed((kernels) =>
      BATCHES.map(([batch]) => backwardFactor(`lane=he_normal&norm=batch&batch=${batch}`, kernels)),
    ),
  },
  {
    id: 'B3',
    source: 'yang2019',
    place: { kind: 'theorem', at: '8' },
    printed: '1.2164',
    prints: 'result',
    values: [
      { label: 'batch norm, B = 128', band: [1.2, 1.23], printed: '1.2164' },
      { label: '–', band: [0.99, 1.01] },
    ],
    band: { kind: 'seeds', seeds: 3 },
    door: { kind: 'lab', query: 'lane=he_normal&norm=batch&width=512&depth=14&batch=128' },
    seeds: 3,
    measure: bySeed((kernels, seed) =>
      ['batch', 'none'].map((norm) => measuredFactor(norm, kernels, seed)),
    ),
  },
];
