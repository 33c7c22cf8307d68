import { mix } from './themeColours.ts';
import type { Palette } from './themeColours.ts';

/** Probability of each class over a square of cells. */
export interface ClassField {
  readonly side: number;
  readonly classes: number;
  /** `[side × side × classes]`, row 0 on top. */
  readonly values: ArrayLike<number>;
}

/** How far the colour goes from the background to that of the class, at most: examples stay readable on it. */
const SURE = 0.55;

/** Each cell in the colour of its likeliest class, stronger for higher probabilities; non-finite cells are ink. */
export function paintClasses(
  canvas: HTMLCanvasElement,
  { side, classes, values }: ClassField,
  palette: Palette,
): void {
  const context = canvas.getContext('2d');
  if (context === null || side === 0) return;
  canvas.width = side;
  canvas.height = side;
  const colours = [palette.negative, palette.positive, palette.other];
  const image = context.createImageData(side, side);
  for (let cell = 0; cell < side * side; cell += 1) {
    let best = 0;
    let most = 0;
    for (let k = 0; k < classes; k += 1) {
      const share = values[cell * classes + k] ?? 0;
      if (share > most) [best, most] = [k, share];
    }
    const depth = Math.sqrt(Math.max(0, most * classes - 1) / Math.max(1, classes - 1));
    const colour =
      most === 0 ? palette.ink : mix(palette.ground, colours[best] ?? palette.other, depth * SURE);
    const at = cell * 4;
    image.data[at] = colour[0];
    image.data[at + 1] = colour[1];
    image.data[at + 2] = colour[2];
    image.data[at + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}

export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  /** Row-major, `[rows × cols]`. */
  readonly values: ArrayLike<number>;
}

/**
 * One pixel per value, from --negative through --ground to --positive; full colour at ±`limit`. A square root makes
 * small values distinguishable. Non-finite values are ink.
 */
export function paintMatrix(
  canvas: HTMLCanvasElement,
  matrix: Matrix,
  limit: number,
  palette: Palette,
): void {
  const { rows, cols, values } = matrix;
  const context = canvas.getContext('2d');
  if (context === null || rows * cols === 0) return;
  canvas.width = cols;
  canvas.height = rows;
  const { negative, ground, positive, ink } = palette;
  const image = context.createImageData(cols, rows);
  for (let i = 0; i < rows * cols; i += 1) {
    const value = values[i] ?? 0;
    const depth = limit > 0 ? Math.sqrt(Math.min(1, Math.abs(value) / limit)) : 0;
    const colour = Number.isFinite(value)
      ? mix(ground, value < 0 ? negative : positive, depth)
      : ink;
    image.data.set([...colour, 255], i * 4);
  }
  context.putImageData(image, 0, 0);
}
