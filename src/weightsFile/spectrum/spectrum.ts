/** A matrix of weights by its singular values: what independent draws would show, and what stands out above that. */
import { largestByChance, lowerEdge, median, upperEdge } from './marchenkoPastur.ts';
import { singularValues } from './singularValues.ts';

export interface Spectrum {
  /** The sides of the matrix, the shorter first. */
  readonly short: number;
  readonly long: number;
  /** The largest first. */
  readonly values: readonly number[];
  /** Standard deviation of the independent part of the weights. */
  readonly noise: number;
  /** Where Marchenko and Pastur's law of that noise begins and ends. */
  readonly lower: number;
  readonly edge: number;
  /** The largest singular value of 99 in 100 matrices of that noise alone stays below it. */
  readonly limit: number;
  /** How many singular values lie above `limit`. */
  readonly above: number;
  /** Their share of the sum of all squares. */
  readonly aboveShare: number;
  /** Sum of all squares over the largest square: about how many directions the matrix has. */
  readonly stableRank: number;
  /** How many of the largest hold nine tenths of the sum of all squares. */
  readonly directions: number;
}

/** Of the sum of all squares. */
const MOST = 0.9;

function directionsOf(squares: readonly number[], total: number): number {
  let held = 0;
  const last = squares.findIndex((square) => {
    held += square;
    return held >= MOST * total;
  });
  return last + 1;
}

/**
 * The noise is read off the median singular value, which a few large ones do not move (Gavish & Donoho 2014,
 * section III-E). `null` where all numbers are 0. All must be finite.
 */
export function spectrumOf(
  matrix: Float32Array<ArrayBuffer>,
  rows: number,
  cols: number,
): Spectrum | null {
  const values = Array.from(singularValues(matrix, rows, cols));
  const short = Math.min(rows, cols);
  const long = Math.max(rows, cols);
  const [largest = 0] = values;
  if (!(largest > 0)) return null;
  const ratio = short / long;
  const middle = ((values[(short - 1) >> 1] ?? 0) + (values[short >> 1] ?? 0)) / 2;
  const unit = middle / median(ratio);
  const limit = unit * largestByChance(short, long);
  const squares = values.map((value) => value * value);
  const sum = (of: readonly number[]): number => of.reduce((total, value) => total + value, 0);
  const total = sum(squares);
  const above = values.filter((value) => value > limit).length;
  return {
    short,
    long,
    values,
    noise: unit / Math.sqrt(long),
    lower: unit * lowerEdge(ratio),
    edge: unit * upperEdge(ratio),
    limit,
    above,
    aboveShare: sum(squares.slice(0, above)) / total,
    stableRank: total / (largest * largest),
    directions: directionsOf(squares, total),
  };
}
