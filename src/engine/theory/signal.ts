/** Theoretical moments of the values between two layers. */
import { average, averageOf, together } from './groups.ts';
import type { Pair } from './pairs.ts';
import { addedPairs, scaledPair } from './pairs.ts';
import { unitOf } from './unit.ts';

/** First and second moments over the units, as an array per group with a number per place, and moments of pairs. */
export interface Signal {
  /** `means` in multiples of `unit`, `seconds` in multiples of `unit²`. */
  readonly means: readonly Float64Array[];
  readonly seconds: readonly Float64Array[];
  /** Empty if nothing is known about pairs. */
  readonly pairs: readonly Pair[];
  readonly unit: number;
}

/** The same signal in another unit. */
function inUnit(signal: Signal, unit: number): Signal {
  const ratio = signal.unit / unit;
  return {
    means: signal.means.map((group) => group.map((x) => x * ratio)),
    seconds: signal.seconds.map((group) => group.map((x) => x * ratio ** 2)),
    pairs: signal.pairs.map((pair) => scaledPair(pair, ratio)),
    unit,
  };
}

/** The same signal in a unit that matches its size. */
export const rescaled = (signal: Signal): Signal =>
  inUnit(signal, signal.unit * unitOf(Math.sqrt(averageOf(signal.seconds))));

/** Standard deviation over units and examples. */
export function stdOf({ means, seconds, unit }: Signal): number {
  const mean = average(means.map(average));
  return Math.sqrt(Math.max(0, averageOf(seconds) - mean ** 2)) * unit;
}

/**
 * The sum of a skip connection and its branch. Their values in the same unit are independent, so
 * `E[(a + φ b)²] = E[a²] + 2 φ E[a] E[b] + φ² E[b²]`.
 */
export function added(around: Signal, factor: number, branch: Signal): Signal {
  const size = (signal: Signal): number => Math.sqrt(averageOf(signal.seconds)) * signal.unit;
  const unit = unitOf(Math.max(size(around), Math.abs(factor) * size(branch)));
  const a = inUnit(around, unit);
  const b = inUnit(branch, unit);
  const means = together(a.means, b.means, (x, y) => x + factor * y);
  const squares = together(a.seconds, b.seconds, (x, y) => x + factor ** 2 * y);
  const products = together(a.means, b.means, (x, y) => 2 * factor * x * y);
  return {
    means,
    seconds: together(squares, products, (x, y) => x + y),
    pairs: addedPairs(a.pairs, factor, b.pairs),
    unit,
  };
}
