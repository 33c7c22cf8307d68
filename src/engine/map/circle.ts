/** A great circle of inputs, propagated through the layers of a net (Poole et al. 2016, fig. 3). */
import type { Kernels } from '../kernels.ts';
import { normal, stream } from '../rng.ts';
import type { MapNet } from './mapNet.ts';
import { propagateRows } from './mapNet.ts';
import { principalComponents } from './principalComponents.ts';

/** Layers whose pre-activations are returned. */
export const CIRCLE_LAYERS = [1, 5, 10, 15] as const;
/** Inputs on the circle, equally spaced. */
export const CIRCLE_POINTS = 192;

export interface FoldedCircle {
  readonly layer: number;
  /**
   * First three principal components of the pre-activations, per point: `[CIRCLE_POINTS × 3]`, largest coordinate 1.
   */
  readonly points: Float32Array<ArrayBuffer>;
  /** Share of the total variance in these three components. */
  readonly share: number;
  /** Mean square of the pre-activations. */
  readonly q: number;
}

/** Two orthonormal directions in `n` dimensions, drawn from the seed. */
function plane(n: number, seed: number): readonly [Float64Array, Float64Array] {
  const key = stream(seed, 0, 'input');
  const draw = (first: number): Float64Array =>
    Float64Array.from({ length: n }, (_, i) => normal(key, first + i));
  const dot = (a: Float64Array, b: Float64Array): number =>
    a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
  const unit = (a: Float64Array): Float64Array => {
    const length = Math.sqrt(dot(a, a));
    return a.map((x) => x / length);
  };
  const u = unit(draw(0));
  const raw = draw(Math.ceil(n / 8) * 8);
  const along = dot(u, raw);
  return [u, unit(raw.map((x, i) => x - along * (u[i] ?? 0)))];
}

/** The circle `√n (u cos θ + v sin θ)`, each point of mean square 1. Row-major, `[CIRCLE_POINTS × n]`. */
export function greatCircle(n: number, seed: number): Float32Array {
  const [u, v] = plane(n, seed);
  const x = new Float32Array(CIRCLE_POINTS * n);
  for (let p = 0; p < CIRCLE_POINTS; p += 1) {
    const angle = (2 * Math.PI * p) / CIRCLE_POINTS;
    const [cos, sin] = [Math.cos(angle) * Math.sqrt(n), Math.sin(angle) * Math.sqrt(n)];
    for (let i = 0; i < n; i += 1) x[p * n + i] = cos * (u[i] ?? 0) + sin * (v[i] ?? 0);
  }
  return x;
}

/** Propagates the great circle through the net; one result for each of CIRCLE_LAYERS. */
export function foldCircle(kernels: Kernels, net: MapNet): readonly FoldedCircle[] {
  const { width, seed } = net;
  const folded: FoldedCircle[] = [];
  const depth = CIRCLE_LAYERS.at(-1) ?? 1;
  propagateRows(kernels, net, greatCircle(width, seed), width, depth, (layer, z) => {
    if (!CIRCLE_LAYERS.some((each) => each === layer)) return;
    const { components, share, square } = principalComponents(kernels, z, CIRCLE_POINTS, width, 3);
    const most = components.reduce((m, x) => Math.max(m, Math.abs(x)), 0);
    const points = Float32Array.from(components, (x) => (most > 0 ? x / most : 0));
    folded.push({ layer, points, share, q: square / (CIRCLE_POINTS * width) });
  });
  return folded;
}
