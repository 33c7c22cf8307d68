/** Reliability of the reported confidences, in bands (DeGroot and Fienberg 1983), and their log loss. */
import type { Judged } from './trainedNets.ts';

export interface Band {
  /** Mean confidence. */
  readonly said: number;
  /** Fraction that was right. */
  readonly right: number;
  readonly count: number;
}

/** Edges of the bands; bench/weights/calibration.mjs checks the one from 0.85 to 0.95. */
const EDGES = [0, 0.4, 0.6, 0.75, 0.85, 0.95, 0.99, 1 + 1e-9];
/** Lower bound of a probability in the log loss, so that no answer costs more than −ln(0.001). */
const LEAST = 1e-3;

const mean = (of: readonly number[]): number => of.reduce((sum, x) => sum + x, 0) / of.length;

function bandOf(rows: readonly Judged[]): Band {
  return {
    said: mean(rows.map(({ confidence }) => confidence)),
    right: mean(rows.map(({ right }) => Number(right))),
    count: rows.length,
  };
}

export function reliability(rows: readonly Judged[]): {
  readonly bands: readonly Band[];
  readonly all: Band;
  readonly logLoss: number;
} {
  const bands = EDGES.slice(1).flatMap((hi, i) => {
    const lo = EDGES[i] ?? 0;
    const inside = rows.filter(({ confidence }) => confidence >= lo && confidence < hi);
    return inside.length === 0 ? [] : [bandOf(inside)];
  });
  const losses = rows.map(
    ({ right, confidence }) => -Math.log(Math.max(LEAST, right ? confidence : 1 - confidence)),
  );
  return { bands, all: bandOf(rows), logLoss: mean(losses) };
}
