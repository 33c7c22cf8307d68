/**
 * The main types: the settings of an experiment and the quantities measured in it.
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

/** Side of a convolution's square kernel. */
export const KERNEL_SIZES = [1, 3, 5] as const;
export type KernelSize = (typeof KERNEL_SIZES)[number];

/** Padding of a convolution: zeros, or the values at the opposite border. */
export const PADDINGS = ['zero', 'circular'] as const;
export type Padding = (typeof PADDINGS)[number];

/**
 * How hidden layers are connected: in a plain chain; in residual blocks of one layer, `h + f(W h)`; or of two layers,
 * `h + W₂ f(W₁ h)` (He et al. 2016, eq. 1). Layers whose input and output differ in size stay plain.
 */
export const BLOCKS = ['plain', 'residual1', 'residual2'] as const;
export type BlockId = (typeof BLOCKS)[number];

/** Factors on the residual branch that depend on L, the number of blocks; `fixup`: Zhang et al. 2019, rules 1 and 2. */
export const BRANCH_WORDS = ['1/sqrt(L)', '1/sqrt(2L)', 'fixup'] as const;
export type BranchWord = (typeof BRANCH_WORDS)[number];

/** Normalization of pre-activations to mean 0 and variance 1: none, over the batch, or over the layer. */
export const NORMS = ['none', 'batch', 'layer'] as const;
export type NormId = (typeof NORMS)[number];

export const PRECISIONS = ['float32', 'float16', 'bfloat16', 'float64'] as const;
export type Precision = (typeof PRECISIONS)[number];

/**
 * Everything that determines the results of one lane. Equal configs give equal bytes on the same kernel
 * build.
 */
export interface ExperimentConfig {
  readonly initializer: InitializerSpec;
  readonly act: ActivationSpec;
  /** Hidden layers, 1–100; in a race also 0: inputs straight to the outputs, softmax regression. */
  readonly depth: number;
  /** Units per hidden layer, 1–1024; channels of a convolution, 1–128. */
  readonly width: number;
  /**
   * Input size, or input channels of a convolution; `null` means width for gaussian and uniform inputs, otherwise
   * the size of the data.
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
  /** The inputs, of mean 0 and std 1, are multiplied by `input_std` and then shifted by `input_mean`. */
  readonly input_mean: number;
  readonly input_std: number;
  readonly net: NetId;
  /** `kernel` and `padding` apply only to convolutions. */
  readonly kernel: KernelSize;
  readonly padding: Padding;
  readonly block: BlockId;
  /** Factor on the residual branch. In a race, 0 is learned (ReZero); any other number is fixed. */
  readonly branch: number | BranchWord;
  /** Normalization before every activation. */
  readonly norm: NormId;
  /** Initializer of the output layer; `null` means that of the other layers. */
  readonly head: InitializerSpec | null;
  readonly bias: InitializerSpec;
  /** Precision to which the values between layers are rounded. */
  readonly precision: Precision;
  /** Whether to back-propagate: the loss gradient for labelled inputs, otherwise a unit Gaussian on the output. */
  readonly backward: boolean;
  /** 0 … 2³²−1. */
  readonly seed: number;
}

/** The five measured arrays of a layer. */
export const QUANTITIES = [
  'activations',
  'preActivations',
  'gradients',
  'weightGradients',
  'weights',
] as const;
export type Quantity = (typeof QUANTITIES)[number];

/**
 * Number of finite non-zero values in each half octave: `counts[i]` of them have
 * `⌊2·log₂|x|⌋ = first + i`. Empty bins at both ends are left out.
 */
export interface Magnitudes {
  readonly first: number;
  readonly counts: Uint32Array<ArrayBuffer>;
}

export const QUANTILE_LEVELS = [0.02, 0.25, 0.5, 0.75, 0.98] as const;

/** Summary of an array. Moments are over the finite values, accumulated in float64. */
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
  /** Share of the finite values beyond the activation's saturation limits; 0 if it has none. */
  readonly saturated: number;
  /** In the order of QUANTILE_LEVELS, with ranks exact to 0.5 %. NaN if no value is finite. */
  readonly quantiles: readonly number[];
  /** On the domain shared by all lanes of the run (domains.ts). */
  readonly shared: Histogram;
  /** On this array's own `[min, max]`. */
  readonly own: Histogram;
  readonly magnitudes: Magnitudes;
}

/** Infinite-width prediction for one layer (theory.ts); a field is `null` if none is known. */
export interface TheoryPoint {
  readonly activationStd: number;
  readonly preActivationStd: number;
  readonly gradientStd: number | null;
  /** Mean cosine of two examples' pre-activations; `null` if only their size is known. */
  readonly similarity: number | null;
}

/** Mean squares at each place of a picture, row by row, over examples and channels. */
export interface PlaceSquares {
  readonly side: number;
  readonly activations: readonly number[];
  /** Infinite-width prediction for the activations; `null` if none is known. */
  readonly theory: readonly number[] | null;
  /** Mean squares of dC/dz; `null` before the backward pass, or without one. */
  readonly gradients: readonly number[] | null;
}

/** Number of examples that are followed individually through the layers. */
export const THREADS = 24;

export interface LayerStats {
  readonly layer: number;
  readonly fanIn: number;
  readonly fanOut: number;
  /** Rows of the weights; output channels of a convolution. */
  readonly units: number;
  readonly weights: Summary;
  readonly preActivations: Summary;
  readonly activations: Summary;
  /**
   * Std of the activations between examples: square root of the mean over units of the variance over the batch.
   * The rest of `activations.std` is the difference between units, which is the same for every example. NaN if
   * a value is not finite.
   */
  readonly exampleStd: number;
  /** Root mean square over the units for each of the first THREADS examples. */
  readonly exampleRms: readonly number[];
  /** Mean cosine of two examples' pre-activations; NaN for fewer than two examples or if a value is not finite. */
  readonly similarity: number;
  /** Summaries of dC/dz and dC/dW; `null` before the backward pass, or without one. */
  readonly gradients: Summary | null;
  readonly weightGradients: Summary | null;
  /** Units with bitwise different incoming weights and outputs. */
  readonly distinctUnits: number;
  readonly theory: TheoryPoint | null;
  /** Share of the examples for which every activation is exactly 0. */
  readonly deadExamples: number;
  /** Mean squares by place of a convolution; `null` for a dense layer. */
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

/** For each quantity, the x-domain shared by all lanes shown together. */
export type Domains = Readonly<Record<Quantity, readonly [lo: number, hi: number]>>;
