/** A tensor as the matrix that its layer multiplies by, if it is one, and of a size that is looked at. */
import type { TensorSummary } from '../measure/summarise.ts';

/** In C order: `[rows × cols]`. */
export interface MatrixSides {
  readonly rows: number;
  readonly cols: number;
}

/** A law of large matrices says little of smaller ones. */
const MIN_SIDE = 10;
/** Of the shorter side, and of all numbers: some seconds, and 100 MB, on a slow device. */
export const MAX_SHORT_SIDE = 1024;
export const MAX_NUMBERS = 1 << 23;

export type NoSpectrum = 'no-matrix' | 'too-small' | 'too-large' | 'not-finite' | 'zero';

export type MeasuredTensor = Pick<TensorSummary, 'name' | 'shape' | 'layout' | 'numbers'>;

function sidesOf({ shape, layout, numbers: { count } }: MeasuredTensor): MatrixSides | null {
  const { kind, outAxis, fanIn } = layout;
  if (kind !== 'dense' && kind !== 'conv') return null;
  const [first = 1] = shape;
  const last = shape.at(-1) ?? 1;
  if (outAxis === 0) return { rows: first, cols: count / first };
  if (outAxis === shape.length - 1) return { rows: count / last, cols: last };
  // Keras's attention: inputs first, heads and their sizes after them.
  return kind === 'dense' ? { rows: fanIn, cols: count / fanIn } : null;
}

export function matrixSides(tensor: MeasuredTensor): MatrixSides | NoSpectrum {
  const sides = sidesOf(tensor);
  const { count, finite, min, max } = tensor.numbers;
  if (sides === null) return 'no-matrix';
  const short = Math.min(sides.rows, sides.cols);
  if (short < MIN_SIDE) return 'too-small';
  if (short > MAX_SHORT_SIDE || count > MAX_NUMBERS) return 'too-large';
  if (finite < count) return 'not-finite';
  return min === 0 && max === 0 ? 'zero' : sides;
}
