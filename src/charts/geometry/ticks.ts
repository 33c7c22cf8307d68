/** Which layers are labelled, and where the rules of a value axis stand. */

/** Every how many-th layer is labelled, so that labels of `rem` px never touch. */
export function labelStep(height: number, rem: number): number {
  return [1, 2, 5, 10, 20, 25, 50].find((step) => step * height >= rem * 0.95) ?? 100;
}

export function isLabelled(layer: number, layers: number, step: number): boolean {
  if (layer === 1 || layer === layers) return true;
  return layer % step === 0 && layers - layer >= step * 0.7 && layer - 1 >= step * 0.7;
}

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
