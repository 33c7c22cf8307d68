import { mix } from './themeColours.ts';
import type { Palette } from './themeColours.ts';

export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  /** Row-major, `[rows × cols]`. */
  readonly values: ArrayLike<number>;
}

/**
 * One pixel a value, from --negative over the ground to --positive; `limit` is full colour. The square
 * root lets small values be told apart. Non-finite values are ink.
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
