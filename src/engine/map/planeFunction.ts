/**
 * The function of an untrained net on the plane (Poole et al. 2016, section 5): smooth if ordered, rough if chaotic.
 */
import type { Kernels } from '../kernels.ts';
import { stream } from '../rng.ts';
import type { MapNet } from './mapNet.ts';
import { propagateRows } from './mapNet.ts';

/** Points along each side of the square. */
export const PLANE_SIDE = 48;
/** Layers between the point in the plane and the scalar output. */
export const PLANE_DEPTH = 10;
/** The square is `[−PLANE_REACH, PLANE_REACH]²`. */
export const PLANE_REACH = 2;

export interface PlaneFunction {
  /** Output at each point, row 0 on top, scaled to mean 0 and std 1: `[PLANE_SIDE²]`; zeros if it is constant. */
  readonly values: Float32Array<ArrayBuffer>;
  /** Standard deviation of the output over the square, before scaling. */
  readonly std: number;
  /** Mean of the output over the square, before scaling. */
  readonly mean: number;
}

/** Evaluates a net of PLANE_DEPTH layers on the square. */
export function planeFunction(kernels: Kernels, net: MapNet): PlaneFunction {
  const { width, seed, start } = net;
  const x = new Float32Array(PLANE_SIDE * PLANE_SIDE * 2);
  const place = (i: number): number => PLANE_REACH * ((2 * i) / (PLANE_SIDE - 1) - 1);
  for (let row = 0; row < PLANE_SIDE; row += 1) {
    for (let col = 0; col < PLANE_SIDE; col += 1) {
      x[(row * PLANE_SIDE + col) * 2] = place(col);
      x[(row * PLANE_SIDE + col) * 2 + 1] = -place(row);
    }
  }
  const mark = kernels.mark();
  try {
    const weights = kernels.allocate(width, 'f32');
    const out = kernels.allocate(PLANE_SIDE * PLANE_SIDE, 'f32');
    const key = stream(seed, PLANE_DEPTH + 1, 'weights');
    kernels.fillNormal(weights, key, 0, Math.sqrt(start.weightVariance / width));
    propagateRows(kernels, net, x, 2, PLANE_DEPTH, (layer, z) => {
      if (layer < PLANE_DEPTH) return;
      kernels.activate(net.act, z, z);
      kernels.matmulNT(z, weights, out, PLANE_SIDE * PLANE_SIDE, 1, width);
    });
    const values = Float64Array.from(kernels.view(out));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    const std = Math.sqrt(square);
    // Treat float32 rounding noise around a constant as constant.
    const flat = !(std > 1e-6 * Math.abs(mean));
    return {
      values: Float32Array.from(values, (value) => (flat ? 0 : (value - mean) / std)),
      std,
      mean,
    };
  } finally {
    kernels.release(mark);
  }
}
