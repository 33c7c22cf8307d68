/** What was said beside what was so: confidences in bands (DeGroot and Fienberg 1983). */
import type { Judged } from './trainedNets.ts';

export interface Band {
  /** Mean confidence, and share that was right. */
  readonly said: number;
  readonly right: number;
  readonly count: number;
}

/** The band around nine in ten is the one that is asked for. */
const EDGES = [0, 0.4, 0.6, 0.75, 0.85, 0.95, 0.99, 1 + 1e-9];
/** No answer may cost more than this: −ln of it. */
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
