/**
 * The words of the program: what an experiment is made of and what is measured in it.
 *
 * Shapes: activations are `[batch × units]`, weights `[units × fanIn]`, all row-major; layer `l`
 * computes `z = h · Wᵀ + b`, then `h = f(z)`. Layers are counted from 1.
 */
import type { Histogram } from './math/histogram.ts';
import type { ActivationSpec, InitializerSpec } from './rules/ids.ts';

export type { Histogram } from './math/histogram.ts';
export type { ActivationId, ActivationSpec, InitializerId, InitializerSpec } from './rules/ids.ts';
export { ACTIVATION_IDS } from './rules/ids.ts';

export const INPUT_IDS = [
  'gaussian',
  'uniform',
  'circle',
  'moons',
  'spirals',
  'xor',
  'blobs',
  'shapeset',
  'digits',
] as const;
export type InputId = (typeof INPUT_IDS)[number];

/** Fully connected layers, or convolutions of pictures. */
export const NETS = ['dense', 'conv'] as const;
export type NetId = (typeof NETS)[number];

/** Sides of a convolution's kernel. */
export const KERNEL_SIZES = [1, 3, 5] as const;
export type KernelSize = (typeof KERNEL_SIZES)[number];

/** What a convolution finds beyond the border: zeros, or the opposite border. */
export const PADDINGS = ['zero', 'circular'] as const;
export type Padding = (typeof PADDINGS)[number];

/**
 * How hidden layers are joined: one after the other; each adds its input to its output, `h + f(W h)`; or each two of them
 * do, `h + W₂ f(W₁ h)` (He et al. 2016, eq. 1). Layers whose input and output differ in size stay plain.
 */
export const BLOCKS = ['plain', 'residual1', 'residual2'] as const;
export type BlockId = (typeof BLOCKS)[number];

/** Factors on the residual branch that depend on L, the number of blocks; `fixup`: Zhang et al. 2019, rules 1 and 2. */
export const BRANCH_WORDS = ['1/sqrt(L)', '1/sqrt(2L)', 'fixup'] as const;
export type BranchWord = (typeof BRANCH_WORDS)[number];

/** What pre-activations are brought to mean 0 and variance 1 over. */
export const NORMS = ['none', 'batch', 'layer'] as const;
export type NormId = (typeof NORMS)[number];

export const PRECISIONS = ['float32', 'float16', 'bfloat16', 'float64'] as const;
export type Precision = (typeof PRECISIONS)[number];

/**
 * One lane, whole: everything that decides its numbers. Two equal configs give equal bytes on one
 * kernel build.
 */
export interface ExperimentConfig {
  readonly initializer: InitializerSpec;
  readonly act: ActivationSpec;
  /** Hidden layers, 1–100; in a race also 0: inputs straight to the outputs, softmax regression. */
  readonly depth: number;
  /** Units per hidden layer, 1–1024; channels of a convolution, 1–128. */
  readonly width: number;
  /**
   * Input size, of a convolution its channels; `null` means width for gaussian and uniform inputs, the data's
   * own size otherwise.
   */
  readonly in: number | null;
  /**
   * Units of a linear output layer after the hidden ones; `null` means none for gaussian and uniform
   * inputs (the last hidden layer is the output), one unit per class for labelled inputs.
   */
  readonly out: number | null;
  /** Examples, 1–2048. */
  readonly batch: number;
  readonly input: InputId;
  /** What the inputs, of mean 0 and standard deviation 1, are shifted by after they were multiplied by `input_std`. */
  readonly input_mean: number;
  readonly input_std: number;
  readonly net: NetId;
  /** Of convolutions alone. */
  readonly kernel: KernelSize;
  readonly padding: Padding;
  readonly block: BlockId;
  /** On the residual branch alone. In a race 0 is learned (ReZero), any other number stays. */
  readonly branch: number | BranchWord;
  /** Before every activation. */
  readonly norm: NormId;
  /** Of the output layer alone; `null`: the lane's own. */
  readonly head: InitializerSpec | null;
  readonly bias: InitializerSpec;
  /** What the values between layers are rounded to. */
  readonly precision: Precision;
  /** Also back-propagate: a unit Gaussian put on the output, or the loss gradient for labelled inputs. */
  readonly backward: boolean;
  /** 0 … 2³²−1. */
  readonly seed: number;
}

/** The five arrays of a layer that are measured. */
export const QUANTITIES = [
  'activations',
  'preActivations',
  'gradients',
  'weightGradients',
  'weights',
] as const;
export type Quantity = (typeof QUANTITIES)[number];

/**
 * How many finite non-zero values lie in each half octave: `counts[i]` of them have
 * `⌊2·log₂|x|⌋ = first + i`. Empty ends are left out.
 */
export interface Magnitudes {
  readonly first: number;
  readonly counts: Uint32Array<ArrayBuffer>;
}

export const QUANTILE_LEVELS = [0.02, 0.25, 0.5, 0.75, 0.98] as const;

/** One array, measured. Moments are over the finite values, accumulated in float64. */
export interface Summary {
  readonly count: number;
  /** How many of `count` are finite. */
  readonly finite: number;
  readonly mean: number;
  readonly std: number;
  readonly rms: number;
  readonly min: number;
  readonly max: number;
  /** Share of the finite values that are exactly zero. */
  readonly zero: number;
  /** Share of the finite values beyond the activation's saturation limits; 0 where it has none. */
  readonly saturated: number;
  /** In the order of QUANTILE_LEVELS; right to 0.5 % of rank. NaN when nothing is finite. */
  readonly quantiles: readonly number[];
  /** On the domain shared by all lanes of the run (domains.ts). */
  readonly shared: Histogram;
  /** On this array's own `[min, max]`. */
  readonly own: Histogram;
  readonly magnitudes: Magnitudes;
}

/** Infinite-width prediction for one layer (theory.ts); `null` where none is known. */
export interface TheoryPoint {
  readonly activationStd: number;
  readonly preActivationStd: number;
  readonly gradientStd: number | null;
  /** Mean cosine of two examples' pre-activations; `null` where only their size is known. */
  readonly similarity: number | null;
}

/** Mean squares at each place of a picture, row by row, over examples and channels. */
export interface PlaceSquares {
  readonly side: number;
  readonly activations: readonly number[];
  /** Infinite-width prediction of the activations'; `null` where none is known. */
  readonly theory: readonly number[] | null;
  /** Of dC/dz; `null` until the backward pass has come by, or when it is off. */
  readonly gradients: readonly number[] | null;
}

/** Examples that are followed one by one through the layers. */
export const THREADS = 24;

export interface LayerStats {
  readonly layer: number;
  readonly fanIn: number;
  readonly fanOut: number;
  /** Rows of the weights; of a convolution, channels. */
  readonly units: number;
  readonly weights: Summary;
  readonly preActivations: Summary;
  readonly activations: Summary;
  /**
   * Spread of the activations between examples: root of the units' mean variance over the batch. What is
   * left of `activations.std` is the difference between units, the same for every example. NaN where a
   * value is not finite.
   */
  readonly exampleStd: number;
  /** Root mean square over the units, of each of the first THREADS examples. */
  readonly exampleRms: readonly number[];
  /** Mean cosine of the pre-activations of two examples; NaN where there are no two, or a value is not finite. */
  readonly similarity: number;
  /** dC/dz, and dC/dW; `null` until the backward pass has come by, or when it is off. */
  readonly gradients: Summary | null;
  readonly weightGradients: Summary | null;
  /** Units with bitwise different incoming weights and outputs. */
  readonly distinctUnits: number;
  readonly theory: TheoryPoint | null;
  /** Share of the examples for which every activation is exactly 0. */
  readonly deadExamples: number;
  /** Of a convolution; `null` for a dense layer. */
  readonly places: PlaceSquares | null;
}

export const VERDICTS = [
  'healthy',
  'vanishing',
  'exploding',
  'saturated',
  'symmetric',
  'dead',
] as const;
export type VerdictId = (typeof VERDICTS)[number];

/** The common x-domain of each quantity for all lanes shown together. */
export type Domains = Readonly<Record<Quantity, readonly [lo: number, hi: number]>>;
