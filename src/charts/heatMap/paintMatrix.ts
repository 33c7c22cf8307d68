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

/** The picture of a field: it stands in front of its track and, larger, in its lane. */
const pictures = new WeakMap<
  ClassField,
  { readonly palette: Palette; readonly image: ImageData }
>();

/** Each cell in the colour of its likeliest class, stronger for higher probabilities; non-finite cells are ink. */
export function paintClasses(canvas: HTMLCanvasElement, field: ClassField, palette: Palette): void {
  const context = canvas.getContext('2d');
  const { side } = field;
  if (context === null || side === 0) return;
  const known = pictures.get(field);
  const image = known?.palette === palette ? known.image : pictureOf(field, palette);
  pictures.set(field, { palette, image });
  // Setting its size makes a new canvas, even if it is the same.
  if (canvas.width !== side) canvas.width = side;
  if (canvas.height !== side) canvas.height = side;
  context.putImageData(image, 0, 0);
}

/** No array for each cell: there are thousands, several times a second. */
function pictureOf({ side, classes, values }: ClassField, palette: Palette): ImageData {
  const image = new ImageData(side, side);
  const { data } = image;
  const { ground, ink } = palette;
  const colours = [palette.negative, palette.positive, palette.other];
  for (let cell = 0; cell < side * side; cell += 1) {
    let best = 0;
    let most = 0;
    for (let k = 0; k < classes; k += 1) {
      const share = values[cell * classes + k] ?? 0;
      if (share > most) {
        best = k;
        most = share;
      }
    }
    const depth = Math.sqrt(Math.max(0, most * classes - 1) / Math.max(1, classes - 1)) * SURE;
    const colour = colours[best] ?? palette.other;
    const at = cell * 4;
    for (let channel = 0; channel < 3; channel += 1) {
      const from = ground[channel] ?? 0;
      const to = colour[channel] ?? 0;
      data[at + channel] = most === 0 ? (ink[channel] ?? 0) : from + (to - from) * depth;
    }
    data[at + 3] = 255;
  }
  return image;
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
