/** The singular values of a weight matrix, compared with those of independent draws. */
import type { Tick } from '../../engine/pace.ts';
import { largestByChance, lowerEdge, median, upperEdge } from './marchenkoPastur.ts';
import { singularValues } from './singularValues.ts';

export interface Spectrum {
  /** The sides of the matrix, the shorter first. */
  readonly short: number;
  readonly long: number;
  /** Singular values in descending order. */
  readonly values: readonly number[];
  /** Standard deviation of the independent part of the weights. */
  readonly noise: number;
  /** Lower and upper edge of the Marchenko–Pastur law for that noise. */
  readonly lower: number;
  readonly edge: number;
  /** 99 % quantile of the largest singular value of a matrix of that noise alone. */
  readonly limit: number;
  /** How many singular values lie above `limit`. */
  readonly above: number;
  /** Their share of the sum of all squares. */
  readonly aboveShare: number;
  /** Sum of all squares divided by the largest square: roughly how many directions matter. */
  readonly stableRank: number;
  /** How many of the largest singular values make up 90 % of the sum of all squares. */
  readonly directions: number;
}

/** Share of the sum of all squares that `directions` stands for. */
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
 * Estimates the noise from the median singular value, which a few large ones hardly change (Gavish & Donoho 2014,
 * section III-E). `null` if all numbers are 0. All must be finite.
 */
export function* spectrumOf(
  matrix: Float32Array<ArrayBuffer>,
  rows: number,
  cols: number,
): Generator<Tick, Spectrum | null, void> {
  const values = Array.from(yield* singularValues(matrix, rows, cols));
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
