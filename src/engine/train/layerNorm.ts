/**
 * Layer normalization (Ba et al. 2016, eq. 3): the pre-activations of every example are brought to mean 0 and variance
 * 1 over the layer, then those of each unit are scaled by γ and shifted by β, which are learned.
 */
import type { Kernels, Tensor } from '../kernels.ts';
import { standardize, standardizeBackward } from '../passes/standardize.ts';

export interface LayerNorm {
  readonly kind: 'layer';
  /** `[units]` each; γ starts at 1, β at 0. */
  readonly scale: Tensor;
  readonly scaleGradient: Tensor;
  readonly shift: Tensor;
  readonly shiftGradient: Tensor;
  /** The normalized values of the last examples, `[rows × outputs]`. */
  readonly normalized: Tensor;
  /** 1/√(variance + ε) of each example. */
  readonly inverseStd: Tensor;
}

/** `outputs` is the number of values per example; for a convolution, places times units. */
export function allocateLayerNorm(
  kernels: Kernels,
  units: number,
  outputs: number,
  rows: number,
): LayerNorm {
  const tensor = (length: number): Tensor => kernels.allocate(length, 'f32');
  const norm = {
    kind: 'layer',
    scale: tensor(units),
    scaleGradient: tensor(units),
    shift: tensor(units),
    shiftGradient: tensor(units),
    normalized: tensor(rows * outputs),
    inverseStd: tensor(rows),
  } as const;
  kernels.fillConstant(norm.scale, 1);
  return norm;
}

/** Normalizes, scales and shifts in place the first `rows` examples of `z [rows × outputs]`. */
export function normalizeExamples(
  kernels: Kernels,
  norm: LayerNorm,
  z: Tensor,
  rows: number,
  outputs: number,
): void {
  const units = norm.scale.length;
  const values = kernels.view(z).subarray(0, rows * outputs);
  const kept = kernels.view(norm.normalized).subarray(0, rows * outputs);
  kept.set(values);
  standardize('layer', kept, outputs, kernels.view(norm.inverseStd));
  const scale = kernels.view(norm.scale);
  const shift = kernels.view(norm.shift);
  for (let i = 0; i < values.length; i += 1) {
    values[i] = (scale[i % units] ?? 1) * (kept[i] ?? 0) + (shift[i % units] ?? 0);
  }
}

/** Turns dC/d(normalized and scaled z) into dC/dz in place, and stores dC/dγ and dC/dβ. */
export function normalizeExamplesBackward(
  kernels: Kernels,
  norm: LayerNorm,
  dz: Tensor,
  rows: number,
  outputs: number,
): void {
  const units = norm.scale.length;
  const gradient = kernels.view(dz).subarray(0, rows * outputs);
  const kept = kernels.view(norm.normalized).subarray(0, rows * outputs);
  const scale = kernels.view(norm.scale);
  const scaleGradient = kernels.view(norm.scaleGradient);
  const shiftGradient = kernels.view(norm.shiftGradient);
  scaleGradient.fill(0);
  shiftGradient.fill(0);
  for (let i = 0; i < gradient.length; i += 1) {
    const unit = i % units;
    const g = gradient[i] ?? 0;
    scaleGradient[unit] = (scaleGradient[unit] ?? 0) + g * (kept[i] ?? 0);
    shiftGradient[unit] = (shiftGradient[unit] ?? 0) + g;
    gradient[i] = g * (scale[unit] ?? 1);
  }
  standardizeBackward('layer', gradient, kept, outputs, kernels.view(norm.inverseStd));
}
