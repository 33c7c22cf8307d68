/** The verdict on a lane, and the numbers in its sentence; the words are in i18n. */
import type { LayerStats, Summary, VerdictId } from '../types.ts';

/** `reason.kind` selects the sentence; each kind has its own numbers. */
export interface LaneVerdict {
  readonly id: VerdictId;
  readonly reason: VerdictReason;
}

/** `factor` is always per layer, a geometric mean. */
export type VerdictReason =
  | { readonly kind: 'keeps'; readonly std: number; readonly factor: number }
  /** The std is preserved, but the examples have become nearly the same up to scale. */
  | { readonly kind: 'alike'; readonly std: number; readonly similarity: number }
  | {
      readonly kind: 'shrinks';
      readonly factor: number;
      readonly halfEvery: number;
      readonly lastStd: number;
    }
  | { readonly kind: 'grows'; readonly factor: number; readonly lastStd: number }
  | { readonly kind: 'overflows'; readonly layer: number; readonly factor: number }
  | { readonly kind: 'underflows'; readonly layer: number; readonly factor: number }
  | { readonly kind: 'saturates'; readonly share: number; readonly layer: number }
  | {
      readonly kind: 'one-unit';
      readonly distinct: number;
      readonly units: number;
      readonly layer: number;
    }
  | { readonly kind: 'all-zero'; readonly layer: number }
  /** Nothing to judge. */
  | { readonly kind: 'no-layers' }
  | { readonly kind: 'gradient-shrinks'; readonly factor: number; readonly firstStd: number }
  | { readonly kind: 'gradient-grows'; readonly factor: number; readonly firstStd: number };

/** Thresholds of the verdicts, in the order in which they are checked. */
export const VERDICT_THRESHOLDS = {
  /** Symmetric: at most this share of a layer's units are distinct. */
  distinctShare: 0.1,
  /** Saturated: at least this share of a layer's activations is beyond the saturation limits. */
  saturatedShare: 0.3,
  /**
   * Ratio of the last layer's std to the first's, or of the first layer's gradient to the last's. The limit for growth
   * is lower: bounded activations shrink any signal a little, but none makes it grow …
   */
  grows: 2.5,
  shrinks: 10,
  /** … if the change per layer is also at least this factor (a slow power law is not a collapse) … */
  factor: 1.05,
  /** … or if the ratio reaches this, whatever the change per layer … */
  anyRatio: 100,
  /** … or if the change per layer reaches this factor, whatever the ratio. */
  steep: 1.35,
  /** Alike: the mean cosine of two examples' pre-activations in the last layer is at least this. */
  alike: 0.95,
  /** An all-zero layer is dead if its pre-activations reach this size, otherwise its values underflowed. */
  deadAbove: 1e-6,
} as const;

/** Geometric mean of the change per step. */
const perStep = (from: number, to: number, steps: number): number =>
  (to / from) ** (1 / Math.max(1, steps));

/** +1 if the size grows from `from` to `to` over `steps` layers, −1 if it shrinks, 0 if it is preserved. */
export function changeOf(from: number, to: number, steps: number): -1 | 0 | 1 {
  const { grows, shrinks, factor, anyRatio, steep } = VERDICT_THRESHOLDS;
  const far = (change: number, ratio: number): boolean =>
    change > anyRatio ||
    (change > ratio && change ** (1 / Math.max(1, steps)) > factor) ||
    (steps > 0 && change ** (1 / steps) > steep);
  if (from === to) return 0;
  if (far(to / from, grows)) return 1;
  return far(from / to, shrinks) ? -1 : 0;
}

const nonFinite = (summary: Summary): boolean => summary.finite < summary.count;
const allZero = (summary: Summary): boolean =>
  summary.finite === summary.count && summary.zero === 1;

/** The first layer whose pre-activations or activations hold a non-finite value. */
export const firstNonFinite = (layers: readonly LayerStats[]): number | null =>
  layers.find((l) => nonFinite(l.preActivations) || nonFinite(l.activations))?.layer ?? null;

/** The first layer whose activations are all exactly zero. */
export const firstAllZero = (layers: readonly LayerStats[]): number | null =>
  layers.find((l) => allZero(l.activations))?.layer ?? null;

function symmetry(layers: readonly LayerStats[]): LaneVerdict | null {
  const same = layers.find(
    ({ distinctUnits, units }) =>
      units > 1 && distinctUnits <= Math.max(1, VERDICT_THRESHOLDS.distinctShare * units),
  );
  if (same === undefined) return null;
  const { distinctUnits: distinct, units, layer } = same;
  return { id: 'symmetric', reason: { kind: 'one-unit', distinct, units, layer } };
}

/** Mean factor per layer on the std before `layer`; starts at the input only if fewer than two layers precede it. */
function factorBefore(inputSize: number, layers: readonly LayerStats[], layer: number): number {
  const stds = [inputSize, ...layers.slice(0, layer - 1).map((l) => l.activations.std)];
  const from = stds[1] !== undefined && stds.length > 2 ? 1 : 0;
  const known = stds.slice(from).filter((std) => std > 0 && std < Infinity);
  const [head = 1] = known;
  return perStep(head, known.at(-1) ?? head, known.length - 1);
}

function outOfRange(inputSize: number, layers: readonly LayerStats[]): LaneVerdict | null {
  const overflow = firstNonFinite(layers);
  if (overflow !== null) {
    const factor = factorBefore(inputSize, layers, overflow);
    return { id: 'exploding', reason: { kind: 'overflows', layer: overflow, factor } };
  }
  const layer = firstAllZero(layers);
  if (layer === null) return null;
  const z = layers[layer - 1]?.preActivations;
  if (z !== undefined && Math.max(-z.min, z.max) > VERDICT_THRESHOLDS.deadAbove) {
    return { id: 'dead', reason: { kind: 'all-zero', layer } };
  }
  const factor = factorBefore(inputSize, layers, layer);
  return { id: 'vanishing', reason: { kind: 'underflows', layer, factor } };
}

function saturation(layers: readonly LayerStats[]): LaneVerdict | null {
  const worst = layers.reduce<LayerStats | null>(
    (most, l) => (most && most.activations.saturated >= l.activations.saturated ? most : l),
    null,
  );
  const share = worst?.activations.saturated ?? 0;
  if (worst === null || share < VERDICT_THRESHOLDS.saturatedShare) return null;
  return { id: 'saturated', reason: { kind: 'saturates', share, layer: worst.layer } };
}

/** The std; for a single value, which has none, its absolute value. */
const size = (summary: Summary): number => (summary.count === 1 ? summary.rms : summary.std);

function signal(inputSize: number, layers: readonly LayerStats[]): LaneVerdict {
  const [head] = layers;
  const tail = layers.at(-1);
  const last = tail === undefined ? 0 : size(tail.activations);
  const first = head === undefined || layers.length === 1 ? inputSize : size(head.activations);
  const factor = perStep(first, last, layers.length - 1);
  const turn = changeOf(first, last, layers.length - 1);
  if (turn === 1) return { id: 'exploding', reason: { kind: 'grows', factor, lastStd: last } };
  if (turn === -1) {
    const halfEvery = Math.LN2 / -Math.log(factor);
    return { id: 'vanishing', reason: { kind: 'shrinks', factor, halfEvery, lastStd: last } };
  }
  return { id: 'healthy', reason: { kind: 'keeps', std: last, factor } };
}

/** Std of dC/dz from the last hidden layer to the first. */
function gradient(layers: readonly LayerStats[]): LaneVerdict | null {
  const first = layers[0]?.gradients;
  const last = layers.at(-1)?.gradients;
  if (!first || !last) return null;
  const factor = perStep(last.rms, first.rms, layers.length - 1);
  const turn = nonFinite(first) ? 1 : changeOf(last.rms, first.rms, layers.length - 1);
  if (turn === 0) return null;
  return turn === 1
    ? { id: 'exploding', reason: { kind: 'gradient-grows', factor, firstStd: first.std } }
    : { id: 'vanishing', reason: { kind: 'gradient-shrinks', factor, firstStd: first.std } };
}

/** The sizes are healthy, but the difference between examples has nearly vanished. */
function alike(layers: readonly LayerStats[]): LaneVerdict | null {
  const last = layers.at(-1);
  if (last === undefined || !(last.similarity >= VERDICT_THRESHOLDS.alike)) return null;
  const { similarity, activations } = last;
  return { id: 'healthy', reason: { kind: 'alike', std: size(activations), similarity } };
}

/**
 * The verdict on the hidden layers. Equal units are checked first: such a net is effectively one unit
 * wide. Then values outside the range of the number format (an all-zero layer is dead if its
 * pre-activations are not zero, otherwise it underflowed), saturation, the signal, the gradient, and last
 * whether the examples still differ.
 * `inputSize` is the root mean square of the input, with which a single layer is compared. A net without
 * hidden layers is healthy.
 */
export function judge(inputSize: number, layers: readonly LayerStats[]): LaneVerdict {
  if (layers.length === 0) return { id: 'healthy', reason: { kind: 'no-layers' } };
  const hard = symmetry(layers) ?? outOfRange(inputSize, layers) ?? saturation(layers);
  if (hard !== null) return hard;
  const forward = signal(inputSize, layers);
  return forward.id === 'healthy' ? (gradient(layers) ?? alike(layers) ?? forward) : forward;
}
