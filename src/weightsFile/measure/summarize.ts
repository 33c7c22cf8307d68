/** Summarizes one tensor, read in pieces. */
import type { Values } from '../read/decode.ts';
import { valuesOf } from '../read/decode.ts';
import type { DType, TensorEntry } from '../read/tensor.ts';
import type { TensorLayout } from './layout.ts';
import { coarsen, numbersOf } from './numbers.ts';
import type { TensorNumbers } from './numbers.ts';
import { Tally } from './tally.ts';
import { KeptVectors } from './vectors.ts';
import type { Gram } from './vectors.ts';

/** Counts in equal bins of `[lo, hi]`; not integers where a fine bin of the first pass lies across an edge. */
export interface Bins {
  readonly lo: number;
  readonly hi: number;
  readonly counts: Float64Array<ArrayBuffer>;
}

export interface TensorSummary {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly layout: TensorLayout;
  readonly numbers: TensorNumbers;
  /** Over `[min, max]`; `null` if all values are equal or none is finite. */
  readonly bins: Bins | null;
  readonly units: {
    readonly count: number;
    /** Number of units with bitwise different weights, except for hash collisions. */
    readonly distinct: number;
    readonly allZero: number;
  };
  /** Number of zeros in every input's column if it is the same for all; else `null`. */
  readonly zerosPerInput: number | null;
  readonly gram: Gram | null;
  /** Equal for tensors with the same bits in the same order. */
  readonly fingerprint: string;
}

export const BINS = 192;
/** If max − min is less than this share of the largest magnitude, values are binned in a second pass. */
const NARROW = 0.25;

export interface Progress {
  /** Called after every piece; may throw to abort. */
  readonly onBytes: (bytes: number) => void;
}

async function eachPiece(
  tensor: TensorEntry,
  { onBytes }: Progress,
  take: (values: Values) => void,
): Promise<void> {
  for await (const values of valuesOf(tensor)) {
    take(values);
    onBytes(values.byteLength);
  }
}

async function binsOf(tensor: TensorEntry, tally: Tally, progress: Progress): Promise<Bins | null> {
  const { min: lo, max: hi, finite } = tally;
  if (finite === 0 || lo === hi) return null;
  if (hi - lo >= NARROW * Math.max(Math.abs(lo), Math.abs(hi))) {
    return { lo, hi, counts: coarsen(tally.fine, lo, hi, BINS) };
  }
  const counts = new Float64Array(BINS);
  await eachPiece(tensor, progress, (values) => {
    for (const value of values) {
      if (!Number.isFinite(value)) continue;
      const bin = Math.min(BINS - 1, Math.floor(((value - lo) / (hi - lo)) * BINS));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  });
  return { lo, hi, counts };
}

function unitsOf({ unitHashes, zerosOfUnit, count }: Tally): TensorSummary['units'] {
  const units = zerosOfUnit.length;
  const words = new Set<number>();
  let allZero = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const [a = 0, b = 0] = unitHashes.subarray(2 * unit, 2 * unit + 2);
    // 53 of the 64 bits fit in a number, which is a cheaper key than a string.
    words.add((a & 0x1fffff) * 2 ** 32 + b);
    if (units > 1 && zerosOfUnit[unit] === count / units) allZero += 1;
  }
  return { count: units, distinct: words.size, allZero };
}

function fingerprintOf(tally: Tally, shape: readonly number[]): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (const word of tally.unitHashes) {
    a = Math.imul(a ^ word, 0x01000193);
    a ^= a >>> 15;
    b = Math.imul(b + word, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return `${shape.join('×')}:${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}`;
}

/** Reads a whole tensor. Throws WeightsFileError, and whatever `progress` throws. */
export async function summarizeTensor(
  tensor: TensorEntry,
  layout: TensorLayout,
  progress: Progress,
): Promise<TensorSummary> {
  const tally = new Tally(tensor, layout);
  const kept = KeptVectors.of(tensor, layout);
  await eachPiece(tensor, progress, (values) => {
    tally.add(values);
    kept?.add(values);
  });
  const [first = 0] = tally.zerosOfInput;
  return {
    name: tensor.name,
    shape: tensor.shape,
    dtype: tensor.dtype,
    layout,
    numbers: numbersOf(tally),
    bins: await binsOf(tensor, tally, progress),
    units: unitsOf(tally),
    zerosPerInput: first > 0 && tally.zerosOfInput.every((zeros) => zeros === first) ? first : null,
    gram: kept?.gram() ?? null,
    fingerprint: fingerprintOf(tally, tensor.shape),
  };
}
