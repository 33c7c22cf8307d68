/** Sides of the matrix that a tensor's layer multiplies by, if it is a matrix of a supported size. */
import type { TensorSummary } from '../measure/summarize.ts';

/** The tensor in C order is `[rows × cols]`. */
export interface MatrixSides {
  readonly rows: number;
  readonly cols: number;
}

/** Smallest side; the law of large matrices says little about smaller ones. */
const MIN_SIDE = 10;
/** Largest shorter side, and most numbers: a few seconds on a slow device, and 100 MB. */
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
  // Keras's attention: inputs first, then heads and their sizes.
  return kind === 'dense' ? { rows: fanIn, cols: count / fanIn } : null;
}

/** The sides of a tensor's matrix, or the reason why it has no spectrum. */
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
