/**
 * The numerical operations the engine needs: memory, draws, products, activations and measurements. The
 * implementations are in src/kernels: `reference.ts` (plain TypeScript, which defines the correct results)
 * and `wasm.ts` (SIMD and relaxed SIMD). The engine does not import either.
 */
import type { Stream } from './rng.ts';
import type { ActivationSpec, Histogram, Magnitudes, Padding, Precision } from './types.ts';

/** float64 only where the run's precision is `float64`; float16 and bfloat16 are rounded float32. */
export type ElementType = 'f32' | 'f64';

/** A contiguous array in the memory of one Kernels; opaque to the engine, which reads it through `view`. */
export interface Tensor {
  readonly pointer: number;
  readonly length: number;
  readonly type: ElementType;
}

/** Moments of an array over its finite values; all sums in float64. */
export interface Moments {
  readonly finite: number;
  readonly mean: number;
  /** Population standard deviation. */
  readonly std: number;
  readonly rms: number;
  readonly min: number;
  readonly max: number;
  readonly zeros: number;
  /** Finite values `< low` or `> high`. */
  readonly beyond: number;
}

export interface MeasureRequest {
  /** Saturation limits: `beyond` counts finite values `< low` or `> high`. ∓Infinity where there are none. */
  readonly low: number;
  readonly high: number;
  readonly shared: readonly [lo: number, hi: number];
  readonly sharedBins: number;
  /** Bins over the array's own `[min, max]`. */
  readonly ownBins: number;
}

export interface Measured extends Moments {
  readonly shared: Histogram;
  readonly own: Histogram;
  readonly magnitudes: Magnitudes;
}

/**
 * A convolution over square pictures, channels last: values `[batch × side × side × channels]`, weights
 * `[units × kernel × kernel × channels]`. Stride 1; the output is as large as the input.
 */
export interface ConvShape {
  readonly side: number;
  /** Input channels, at most 1024; units are the output channels. */
  readonly channels: number;
  readonly units: number;
  /** Odd. */
  readonly kernel: number;
  readonly padding: Padding;
}

/** Thrown by `allocate` when the memory cannot be allocated. */
export class OutOfMemory extends Error {
  readonly bytes: number;
  constructor(bytes: number) {
    super(`no room for ${bytes} bytes`);
    this.name = 'OutOfMemory';
    this.bytes = bytes;
  }
}

export interface Kernels {
  readonly build: 'relaxed-simd' | 'simd' | 'reference';

  /** A zero-filled tensor on top of the stack. Throws OutOfMemory. */
  allocate(length: number, type: ElementType): Tensor;
  /** The current top of the stack; `release(mark)` frees everything allocated since. */
  mark(): number;
  release(mark: number): void;
  /** A tensor over part of another: `length` elements from element `offset`. */
  slice(tensor: Tensor, offset: number, length: number): Tensor;
  /** A view without a copy; invalid after the next `allocate`, since the memory may move. */
  view(tensor: Tensor): Float32Array | Float64Array;

  fillConstant(out: Tensor, value: number): void;
  /** `mean + std · N(0,1)`, draw number of element i = `first + i`; `first` is a multiple of 8. */
  fillNormal(out: Tensor, key: Stream, mean: number, std: number, first?: number): void;
  /** `lo + (hi − lo) · (1 + U(−1,1)) / 2`, so symmetric limits give exactly symmetric draws. */
  fillUniform(out: Tensor, key: Stream, lo: number, hi: number, first?: number): void;
  /** `mean + std · N(0,1 | −2 ≤ x ≤ 2)` by the inverse distribution function of `uniform`. */
  fillTruncatedNormal(out: Tensor, key: Stream, mean: number, std: number, first?: number): void;
  /**
   * `gain ·` a Haar-distributed matrix `[rows × cols]` with orthonormal rows (rows ≤ cols) or columns:
   * a product of Householder reflections of standard normal vectors (Stewart 1980).
   */
  fillOrthogonal(out: Tensor, rows: number, cols: number, key: Stream, gain: number): void;

  /**
   * Products, row-major. Every element of `out` is summed in the same order wherever it is, so equal rows
   * and columns give bitwise equal results.
   * NT: `out[m×n] = a[m×k] · b[n×k]ᵀ` · NN: `a[m×k] · b[k×n]` · TN: `a[k×m]ᵀ · b[k×n]`.
   */
  matmulNT(a: Tensor, b: Tensor, out: Tensor, m: number, n: number, k: number): void;
  matmulNN(a: Tensor, b: Tensor, out: Tensor, m: number, n: number, k: number): void;
  matmulTN(a: Tensor, b: Tensor, out: Tensor, m: number, n: number, k: number): void;

  /**
   * Convolutions, summed over taps, row by row, and over channels within each tap, in the same order for
   * every element. `out[b, p, u] = Σ x[b, p + tap, c] · weights[u, tap, c]`.
   */
  convolve(shape: ConvShape, x: Tensor, weights: Tensor, out: Tensor, batch: number): void;
  /** `dx[b, p, c] = Σ dz[b, p − tap, u] · weights[u, tap, c]`. */
  convolveBackward(shape: ConvShape, dz: Tensor, weights: Tensor, dx: Tensor, batch: number): void;
  /** `dWeights[u, tap, c] = Σ dz[b, p, u] · x[b, p + tap, c]` over pictures and places. */
  convolveWeights(shape: ConvShape, dz: Tensor, x: Tensor, dWeights: Tensor, batch: number): void;

  /** `rows[r, c] += bias[c]` over `[rows × cols]`. */
  addBias(values: Tensor, bias: Tensor, rows: number, cols: number): void;
  /** `out[c] = Σ_r values[r, c]`. */
  sumRows(values: Tensor, out: Tensor, rows: number, cols: number): void;
  /** `h = f(z)`, elementwise; z and h may be the same tensor. */
  activate(act: ActivationSpec, z: Tensor, h: Tensor): void;
  /** `g ← g · f′(z)`, elementwise; f′ at a kink is the value on its left (relu′(0) = 0). */
  activateBackward(act: ActivationSpec, z: Tensor, g: Tensor): void;
  /** Rounds every element to the precision, ties to even; does nothing for float32 and float64. */
  round(values: Tensor, precision: Precision): void;
  scale(values: Tensor, factor: number): void;

  /**
   * Mean softmax cross-entropy of `logits [batch × classes]`, stable for any finite logits; writes
   * `dC/dlogits = (softmax − onehot) / batch` and returns the loss and how many rows have their largest
   * logit at the label.
   */
  softmaxCrossEntropy(
    logits: Tensor,
    labels: Uint8Array,
    gradient: Tensor,
    batch: number,
    classes: number,
  ): { readonly loss: number; readonly correct: number };
  /**
   * `velocity ← momentum · velocity + gradient; weights ← weights − rate · velocity`; without a velocity, that is,
   * without momentum, the velocity is the gradient.
   */
  descend(
    weights: Tensor,
    gradient: Tensor,
    velocity: Tensor | null,
    rate: number,
    momentum: number,
  ): void;
  /**
   * `matmulTN(a, b, gradient, m, n, k)` and `descend` without a velocity in one, with the same weights; what is in
   * `gradient` afterwards is not defined.
   */
  descendTN(
    a: Tensor,
    b: Tensor,
    gradient: Tensor,
    weights: Tensor,
    [m, n, k]: readonly [number, number, number],
    rate: number,
  ): void;

  /** Everything summary.ts needs from one array, in as few passes over it as possible. */
  measure(values: Tensor, request: MeasureRequest): Measured;
  /** Equal bins over `[lo, hi]`; the bin of x is `⌊(x − lo) · bins / (hi − lo)⌋`, the last one closed. */
  histogram(values: Tensor, lo: number, hi: number, bins: number): Histogram;
  /**
   * Square root of the mean population variance of the columns of `[rows × cols]`, in float64. Sums are taken
   * relative to the first row, so that small variations around a large mean keep their precision.
   */
  spreadBetweenRows(values: Tensor, cols: number): number;
  /** Mean cosine of two different rows, over all pairs (measure/similarity.ts). */
  meanCosine(values: Tensor, rows: number): number;
  /** `Σ_r values[r, c]²` for each column of `[rows × cols]`, in float64. */
  columnSquares(values: Tensor, cols: number): Float64Array;
  /**
   * A 64-bit hash of each row (`columns = false`) or column of `[rows × cols]`: two of them have the same
   * hash if they are bitwise equal and, up to collisions, only then.
   */
  fingerprints(
    values: Tensor,
    rows: number,
    cols: number,
    columns: boolean,
  ): BigUint64Array<ArrayBuffer>;
}
