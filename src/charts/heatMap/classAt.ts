import type { ClassField } from './paintMatrix.ts';

/**
 * The likeliest class at a place of the field (`across` and `down` from 0 to 1): probabilities are interpolated between
 * the centres of cells. Null where they are not finite.
 */
export function classAt(field: ClassField, across: number, down: number): number | null {
  const { side, classes, values } = field;
  const inside = (part: number): number => Math.max(0, Math.min(side - 1, part * side - 0.5));
  const [x, y] = [inside(across), inside(down)];
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, foot] = [Math.min(side - 1, left + 1), Math.min(side - 1, top + 1)];
  const [u, v] = [x - left, y - top];
  const at = (col: number, row: number, k: number): number =>
    values[(row * side + col) * classes + k] ?? Number.NaN;
  let best: number | null = null;
  let most = 0;
  for (let k = 0; k < classes; k += 1) {
    const upper = at(left, top, k) * (1 - u) + at(right, top, k) * u;
    const lower = at(left, foot, k) * (1 - u) + at(right, foot, k) * u;
    const share = upper * (1 - v) + lower * v;
    if (share > most) [best, most] = [k, share];
  }
  return best;
}
