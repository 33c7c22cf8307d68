/** Which layers are labelled, and where the rules of a value axis are. */
import { niceStep } from '../../engine/math/niceStep.ts';

/** Every n-th layer is labelled, with n such that labels of `rem` px never touch; rows are `height` px high. */
export function labelStep(height: number, rem: number): number {
  return niceStep(Math.max(1, (rem * 0.95) / height));
}

export function isLabelled(layer: number, layers: number, step: number): boolean {
  if (layer === 1 || layer === layers) return true;
  return layer % step === 0 && layers - layer >= step * 0.7 && layer - 1 >= step * 0.7;
}

/** About five rules at round numbers; labels are at the ends and at zero or the middle. */
export function stripTicks(
  lo: number,
  hi: number,
): { readonly rules: readonly number[]; readonly labels: readonly number[] } {
  const raw = (hi - lo) / 4;
  const step = niceStep(raw, 0.01);
  const first = Math.ceil(lo / step - 1e-6);
  const count = Math.floor(hi / step + 1e-6) - first + 1;
  const rules = Array.from({ length: count }, (_, i) => (first + i) * step);
  const middle = lo < 0 && hi > 0 ? 0 : (lo + hi) / 2;
  return { rules, labels: [lo, middle, hi] };
}
