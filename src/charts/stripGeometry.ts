/** Sizes of a lane of histograms, in px. */
import type { HistogramScale } from './types.ts';

/** Few layers are tall, up to twelve comfortable, a hundred still there. */
export function rowHeight(layers: number, rem: number): number {
  if (layers <= 12) return Math.round(rem * Math.min(3.5, Math.max(2, 12 / layers)));
  return Math.max(rem * 0.375, (rem * 24) / layers);
}

/** Every how many-th layer is labelled, so that labels of `rem` px never touch. */
export function labelStep(height: number, rem: number): number {
  return [1, 2, 5, 10, 20, 25, 50].find((step) => step * height >= rem * 0.95) ?? 100;
}

export function isLabelled(layer: number, layers: number, step: number): boolean {
  if (layer === 1 || layer === layers) return true;
  return layer % step === 0 && layers - layer >= step * 0.7 && layer - 1 >= step * 0.7;
}

/** Thickness of the solid bars: exact zeros, beyond an edge, not finite. */
export const barWidth = (rem: number): number => Math.max(3, Math.round(rem * 0.28));

export interface StripMargin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The right gutter holds what a row prints: the share beyond the edge, or its own range; the left one a bar. */
export function stripMargin(scale: HistogramScale, lo: number, rem: number): StripMargin {
  const bar = barWidth(rem);
  return {
    top: 2,
    right: bar + 3 + rem * (scale === 'same' ? 3.2 : 4.4),
    bottom: 4,
    left: lo < 0 ? bar + 3 : Math.ceil(bar / 2),
  };
}

/** Height of the axis under the rows. */
export const stripAxis = (rem: number): number => Math.round(rem * 1.4);

/** Of the whole drawing. */
export const stripHeight = (
  layers: number,
  pitch: number,
  margin: StripMargin,
  rem: number,
): number => Math.ceil(layers * pitch) + margin.top + margin.bottom + stripAxis(rem);

/** About five ruled lines at round numbers; the labels are the ends and zero or the middle. */
export function stripTicks(
  lo: number,
  hi: number,
): { readonly rules: readonly number[]; readonly labels: readonly number[] } {
  const raw = (hi - lo) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((s) => s * power >= raw * 0.99) ?? 10) * power;
  const first = Math.ceil(lo / step - 1e-6);
  const count = Math.floor(hi / step + 1e-6) - first + 1;
  const rules = Array.from({ length: count }, (_, i) => (first + i) * step);
  const middle = lo < 0 && hi > 0 ? 0 : (lo + hi) / 2;
  return { rules, labels: [lo, middle, hi] };
}
