/**
 * Batch normalization (Ioffe and Szegedy 2015, algorithm 1): each unit's pre-activations are brought to
 * mean 0 and variance 1 over the mini-batch, then scaled by γ and shifted by β, which are learned.
 */
import type { Kernels, Tensor } from '../kernels.ts';
import { NORM_EPSILON as EPSILON } from '../passes/standardize.ts';

/** Weight of a mini-batch in the update of the running moments. */
const RENEWAL = 0.1;

export interface BatchNorm {
  readonly kind: 'batch';
  /** `[units]` each; γ starts at 1, β at 0. */
  readonly scale: Tensor;
  readonly scaleGradient: Tensor;
  readonly shift: Tensor;
  readonly shiftGradient: Tensor;
  /** The normalized values of the last training batch, `[rows × units]`. */
  readonly normalized: Tensor;
  /** 1/√(variance + ε) of the last training batch, `[units]`. */
  readonly inverseStd: Tensor;
  readonly runningMean: Tensor;
  readonly runningVariance: Tensor;
}

/** Allocates the tensors for batches of at most `rows` rows. */
export function allocateBatchNorm(kernels: Kernels, units: number, rows: number): BatchNorm {
  const tensor = (length: number): Tensor => kernels.allocate(length, 'f32');
  const norm = {
    kind: 'batch',
    scale: tensor(units),
    scaleGradient: tensor(units),
    shift: tensor(units),
    shiftGradient: tensor(units),
    normalized: tensor(rows * units),
    inverseStd: tensor(units),
    runningMean: tensor(units),
    runningVariance: tensor(units),
  } as const;
  kernels.fillConstant(norm.scale, 1);
  resetMoments(kernels, norm);
  return norm;
}

/** Resets the running moments to mean 0 and variance 1. */
export function resetMoments(
  kernels: Kernels,
  { runningMean, runningVariance }: Pick<BatchNorm, 'runningMean' | 'runningVariance'>,
): void {
  kernels.fillConstant(runningMean, 0);
  kernels.fillConstant(runningVariance, 1);
}

/** `z ← γ (z − mean)/√(variance + ε) + β` in place over `[rows × units]`. */
export function normalize(
  kernels: Kernels,
  norm: BatchNorm,
  z: Tensor,
  rows: number,
  units: number,
  training: boolean,
): void {
  const values = kernels.view(z);
  const kept = kernels.view(norm.normalized);
  const scale = kernels.view(norm.scale);
  const shift = kernels.view(norm.shift);
  const inverse = kernels.view(norm.inverseStd);
  const runningMean = kernels.view(norm.runningMean);
  const runningVariance = kernels.view(norm.runningVariance);
  for (let unit = 0; unit < units; unit += 1) {
    let mean = runningMean[unit] ?? 0;
    let variance = runningVariance[unit] ?? 1;
    if (training) {
      mean = 0;
      for (let row = 0; row < rows; row += 1) mean += values[row * units + unit] ?? 0;
      mean /= rows;
      variance = 0;
      for (let row = 0; row < rows; row += 1) {
        variance += ((values[row * units + unit] ?? 0) - mean) ** 2;
      }
      variance /= rows;
      runningMean[unit] = (runningMean[unit] ?? 0) * (1 - RENEWAL) + mean * RENEWAL;
      runningVariance[unit] = (runningVariance[unit] ?? 1) * (1 - RENEWAL) + variance * RENEWAL;
    }
    const factor = 1 / Math.sqrt(variance + EPSILON);
    if (training) inverse[unit] = factor;
    for (let i = unit; i < rows * units; i += units) {
      const normalized = ((values[i] ?? 0) - mean) * factor;
      if (training) kept[i] = normalized;
      values[i] = (scale[unit] ?? 1) * normalized + (shift[unit] ?? 0);
    }
  }
}

/**
 * Sets the running moments to those of the only training batch so far. Starting from 0 and 1, which do not fit the
 * data, the evaluation before the first step would explode.
 */
export function beginMoments(kernels: Kernels, norm: BatchNorm): void {
  const mean = kernels.view(norm.runningMean);
  const variance = kernels.view(norm.runningVariance);
  const inverse = kernels.view(norm.inverseStd);
  for (let unit = 0; unit < mean.length; unit += 1) {
    mean[unit] = (mean[unit] ?? 0) / RENEWAL;
    variance[unit] = Math.max(0, (inverse[unit] ?? 1) ** -2 - EPSILON);
  }
}

/** Turns dC/d(normalized and scaled z) into dC/dz in place, and stores dC/dγ and dC/dβ. */
export function normalizeBackward(
  kernels: Kernels,
  norm: BatchNorm,
  dz: Tensor,
  rows: number,
  units: number,
): void {
  const gradient = kernels.view(dz);
  const kept = kernels.view(norm.normalized);
  const scale = kernels.view(norm.scale);
  const inverse = kernels.view(norm.inverseStd);
  const scaleGradient = kernels.view(norm.scaleGradient);
  const shiftGradient = kernels.view(norm.shiftGradient);
  for (let unit = 0; unit < units; unit += 1) {
    let sum = 0;
    let product = 0;
    for (let i = unit; i < rows * units; i += units) {
      sum += gradient[i] ?? 0;
      product += (gradient[i] ?? 0) * (kept[i] ?? 0);
    }
    scaleGradient[unit] = product;
    shiftGradient[unit] = sum;
    const factor = (scale[unit] ?? 1) * (inverse[unit] ?? 1);
    for (let i = unit; i < rows * units; i += units) {
      gradient[i] = factor * ((gradient[i] ?? 0) - sum / rows - ((kept[i] ?? 0) * product) / rows);
    }
  }
}
