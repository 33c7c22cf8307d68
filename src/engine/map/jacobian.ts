/**
 * The singular values of the input–output Jacobian `J = D_L W_L … D_1 W_1`, where D holds the slopes f′(z) at one input
 * (Saxe et al. 2013; Pennington et al. 2017). The std of a layer describes an average direction; the singular values
 * describe every direction.
 */
import { firstMoments } from '../math/gaussian.ts';
import { orthogonalizeColumns } from '../math/singularValues.ts';
import { normal, stream } from '../rng.ts';
import { activation } from '../rules/activations.ts';
import type { MeanFieldStart } from '../theory/correlation.ts';
import { activationMoments, fixedPoint } from '../theory/variance.ts';
import type { ActivationSpec } from '../types.ts';
import { orthogonal } from '../weights/orthogonal.ts';

export const JACOBIAN_DRAWS = ['gaussian', 'orthogonal'] as const;
export type JacobianDraw = (typeof JACOBIAN_DRAWS)[number];

export interface JacobianNet {
  readonly act: ActivationSpec;
  /** An orthogonal matrix is scaled by √σ_w²: the same mean square per weight. */
  readonly start: MeanFieldStart;
  readonly draw: JacobianDraw;
  readonly width: number;
  readonly depth: number;
  readonly seed: number;
}

export interface JacobianLayer {
  /** The Jacobian is that of this layer's activations with respect to the input. */
  readonly layer: number;
  /** Singular values s in descending order, `[width]`; exactly 0 for directions that are lost. */
  readonly values: Float64Array<ArrayBuffer>;
  /** Mean of s². */
  readonly mean: number;
  /** `var(s²) / mean(s²)²`: 0 if every direction is scaled equally. */
  readonly variation: number;
}

function drawWeights({ draw, width, seed, start }: JacobianNet, layer: number): Float64Array {
  const key = stream(seed, layer, 'weights');
  const weights = new Float64Array(width * width);
  const gain = Math.sqrt(start.weightVariance);
  if (draw === 'orthogonal') {
    orthogonal(weights, width, width, (counter) => normal(key, counter), gain);
  } else {
    const std = gain / Math.sqrt(width);
    for (let i = 0; i < weights.length; i += 1) weights[i] = std * normal(key, i);
  }
  return weights;
}

/** `slopes · (W x)`, elementwise, for every vector x in `columns [cols × n]`. */
function multiply(
  weights: Float64Array,
  slopes: Float64Array,
  columns: Float64Array,
  n: number,
): Float64Array<ArrayBuffer> {
  const out = new Float64Array(columns.length);
  for (let at = 0; at < columns.length; at += n) {
    for (let u = 0; u < n; u += 1) {
      const slope = slopes[u] ?? 0;
      if (slope === 0) continue;
      let sum = 0;
      for (let i = 0; i < n; i += 1) sum += (weights[u * n + i] ?? 0) * (columns[at + i] ?? 0);
      out[at + u] = slope * sum;
    }
  }
  return out;
}

function identity(n: number): Float64Array<ArrayBuffer> {
  const columns = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) columns[i * n + i] = 1;
  return columns;
}

/**
 * Mean square of an input for which the first layer already has the fixed-point variance; 1
 * if there is no fixed point.
 */
function inputSquare({ act, start }: JacobianNet): number {
  const q = fixedPoint(act, start.weightVariance, start.biasVariance);
  return q > 0 && q < Infinity ? activationMoments(act, q).second : 1;
}

/** Yields for each layer the weights and the slopes f′(z) at one input. */
function* layersOf(net: JacobianNet): Generator<readonly [Float64Array, Float64Array]> {
  const { width, depth, seed, start } = net;
  const { f, df } = activation(net.act.id).curve(net.act.params);
  const input = stream(seed, 0, 'input');
  const size = Math.sqrt(inputSquare(net));
  let h = Float64Array.from({ length: width }, (_, i) => size * normal(input, i));
  for (let layer = 1; layer <= depth; layer += 1) {
    const weights = drawWeights(net, layer);
    const key = stream(seed, layer, 'biases');
    const std = Math.sqrt(start.biasVariance);
    const z = multiply(weights, new Float64Array(width).fill(1), h, width).map(
      (value, i) => value + std * normal(key, i),
    );
    h = z.map(f);
    yield [weights, z.map(df)];
  }
}

/**
 * Yields the singular values after each layer. The product is kept as orthogonal columns `σ u`, so that small singular
 * values keep their relative precision beside large ones.
 */
export function* jacobianLayers(net: JacobianNet): Generator<JacobianLayer, void, void> {
  const { width } = net;
  let columns = identity(width);
  let layer = 0;
  for (const [weights, slopes] of layersOf(net)) {
    layer += 1;
    columns = multiply(weights, slopes, columns, width);
    const values = orthogonalizeColumns(columns, width, width);
    yield { layer, values, ...moments(values) };
  }
}

function moments(values: Float64Array): Pick<JacobianLayer, 'mean' | 'variation'> {
  const squares = values.map((value) => value * value);
  const mean = squares.reduce((sum, value) => sum + value, 0) / squares.length;
  const spread = squares.reduce((sum, value) => sum + (value - mean) ** 2, 0) / squares.length;
  return { mean, variation: mean > 0 ? spread / mean ** 2 : Number.NaN };
}

/** The variation of the last layer from traces, without singular values: `tr (J Jᵀ)² · n / (tr J Jᵀ)² − 1`. */
export function jacobianVariation(net: JacobianNet): number {
  const { width } = net;
  let columns = identity(width);
  for (const [weights, slopes] of layersOf(net)) {
    columns = multiply(weights, slopes, columns, width);
  }
  let [first, second] = [0, 0];
  for (let p = 0; p < width; p += 1) {
    for (let q = p; q < width; q += 1) {
      let dot = 0;
      for (let i = 0; i < width; i += 1) {
        dot += (columns[p * width + i] ?? 0) * (columns[q * width + i] ?? 0);
      }
      if (p === q) first += dot;
      second += (p === q ? 1 : 2) * dot * dot;
    }
  }
  return (second * width) / (first * first) - 1;
}

/**
 * `var(s²) / mean(s²)²` of a net of infinite width (Pennington et al. 2017, eq. 17 and 18):
 * `L (E[f′⁴]/E[f′²]² − 1 − s₁)` at the fixed point q, with s₁ = −1 for a Gaussian matrix and 0 for an orthogonal one.
 * NaN if there is no fixed point.
 */
export function variationOf({
  act,
  start,
  draw,
  depth,
}: Omit<JacobianNet, 'width' | 'seed'>): number {
  const q = fixedPoint(act, start.weightVariance, start.biasVariance);
  if (q === Infinity) return Number.NaN;
  const { df } = activation(act.id).curve(act.params);
  const std = Math.sqrt(q === 0 ? Number.MIN_VALUE : q);
  const [second, fourth] = firstMoments((z) => df(std * z) ** 2);
  return depth * (fourth / second ** 2 - 1 + (draw === 'gaussian' ? 1 : 0));
}

export interface Ellipse {
  readonly layer: number;
  /** Semi-axes of the image of the unit circle around an input. */
  readonly axes: readonly [major: readonly [number, number], minor: readonly [number, number]];
}

/** The image of the unit circle around an input after each layer of a net of width 2. */
export function ellipses(net: Omit<JacobianNet, 'width'>): readonly Ellipse[] {
  let columns = identity(2);
  let layer = 0;
  const found: Ellipse[] = [];
  for (const [weights, slopes] of layersOf({ ...net, width: 2 })) {
    layer += 1;
    columns = multiply(weights, slopes, columns, 2);
    orthogonalizeColumns(columns, 2, 2);
    const [a = 0, b = 0, c = 0, d = 0] = columns;
    found.push({
      layer,
      axes: [
        [a, b],
        [c, d],
      ],
    });
  }
  return found;
}
