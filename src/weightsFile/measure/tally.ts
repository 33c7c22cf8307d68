/** Statistics gathered in one pass over a tensor's numbers. Sums are in float64, over the finite values. */
import type { Values } from '../read/decode.ts';
import type { TensorLayout } from './layout.ts';
import type { TensorEntry } from '../read/tensor.ts';
import { elementCount } from '../read/tensor.ts';

/** One bin for each value of sign, exponent and seven bits of mantissa, the upper 16 bits of a float32. */
export const FINE_BINS = 65_536;

/** Assigns elements in memory order to units: element k belongs to unit `⌊k / inner⌋ mod units`. */
export interface UnitMap {
  readonly units: number;
  readonly inner: number;
}

const NO_UNITS: UnitMap = { units: 1, inner: Infinity };
/** Tensors with more units than this count as one unit. */
const MAX_UNITS = 1 << 21;

/** Without an axis of units, all elements belong to one unit. */
export function unitMap({ shape, axes }: TensorEntry, { outAxis }: TensorLayout): UnitMap {
  if (outAxis === null) return NO_UNITS;
  const units = shape[outAxis] ?? 1;
  if (units > MAX_UNITS || units < 1) return NO_UNITS;
  const after = axes.slice(axes.indexOf(outAxis) + 1);
  return {
    units,
    inner: Math.max(
      1,
      after.reduce((all, axis) => all * (shape[axis] ?? 1), 1),
    ),
  };
}

/** Sums, extremes and fingerprints of the values added so far. */
export class Tally {
  count = 0;
  finite = 0;
  zeros = 0;
  min = Infinity;
  max = -Infinity;
  /** The first finite value; `sums` holds the sums of powers of `x − shift`. */
  shift = 0;
  readonly sums = new Float64Array(4);
  readonly fine = new Uint32Array(FINE_BINS);
  /** A hash of each unit's values in memory order, two 32-bit words per unit. */
  readonly unitHashes: Uint32Array<ArrayBuffer>;
  readonly zerosOfUnit: Uint32Array<ArrayBuffer>;
  /** Zeros by position within the unit, for two-dimensional tensors only. */
  readonly zerosOfInput: Uint32Array<ArrayBuffer>;
  readonly #map: UnitMap;

  constructor(tensor: TensorEntry, layout: TensorLayout) {
    this.#map = unitMap(tensor, layout);
    const { units } = this.#map;
    const total = elementCount(tensor.shape);
    this.unitHashes = new Uint32Array(2 * units).fill(0x811c9dc5);
    this.zerosOfUnit = new Uint32Array(units);
    const inputs = tensor.shape.length === 2 && units > 1 ? total / units : 0;
    this.zerosOfInput = new Uint32Array(inputs <= MAX_UNITS ? inputs : 0);
  }

  add(values: Values): void {
    if (values.length === 0) return;
    if (this.finite === 0) {
      const first = values.findIndex((value) => Number.isFinite(value));
      if (first >= 0) this.shift = values[first] ?? 0;
    }
    const singles = values instanceof Float32Array ? values : Float32Array.from(values);
    const words = new Uint32Array(values.buffer, values.byteOffset, values.byteLength / 4);
    const { units, inner } = this.#map;
    const perElement = words.length / values.length;
    const bits = new Uint32Array(singles.buffer, singles.byteOffset, singles.length);
    let at = 0;
    while (at < values.length) {
      const position = this.count;
      const run = inner === Infinity ? values.length : inner - (position % inner);
      const end = Math.min(values.length, at + run);
      const unit = inner === Infinity ? 0 : Math.floor(position / inner) % units;
      this.#hash(unit, words, at * perElement, end * perElement);
      this.count += end - at;
      at = end;
    }
    this.#zeros(values);
    this.#measure(values, bits);
  }

  #hash(unit: number, words: Uint32Array, from: number, to: number): void {
    let a = this.unitHashes[2 * unit] ?? 0;
    let b = this.unitHashes[2 * unit + 1] ?? 0;
    for (let i = from; i < to; i += 1) {
      const word = words[i] ?? 0;
      a = Math.imul(a ^ word, 0x01000193);
      a ^= a >>> 15;
      b = Math.imul(b + word, 0x9e3779b1);
      b = (b << 13) | (b >>> 19);
    }
    this.unitHashes[2 * unit] = a;
    this.unitHashes[2 * unit + 1] = b;
  }

  /** Called after `count` has moved past `values`. */
  #zeros(values: Values): void {
    const start = this.count - values.length;
    const { units, inner } = this.#map;
    const inputs = this.zerosOfInput.length;
    for (let i = 0; i < values.length; i += 1) {
      if (values[i] !== 0) continue;
      this.zeros += 1;
      if (inner === Infinity) continue;
      const position = start + i;
      const unit = Math.floor(position / inner) % units;
      this.zerosOfUnit[unit] = (this.zerosOfUnit[unit] ?? 0) + 1;
      if (inputs === 0) continue;
      const input = inner === 1 ? Math.floor(position / units) : position % inner;
      this.zerosOfInput[input] = (this.zerosOfInput[input] ?? 0) + 1;
    }
  }

  #measure(values: Values, bits: Uint32Array): void {
    const { fine, shift, sums } = this;
    let { min, max, finite } = this;
    let [s1 = 0, s2 = 0, s3 = 0, s4 = 0] = sums;
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] ?? 0;
      const d = value - shift;
      // NaN and the infinities are the only values that minus themselves are not 0.
      if (value - value !== 0) continue;
      finite += 1;
      if (value < min) min = value;
      if (value > max) max = value;
      const square = d * d;
      s1 += d;
      s2 += square;
      s3 += square * d;
      s4 += square * square;
      const bin = (bits[i] ?? 0) >>> 16;
      fine[bin] = (fine[bin] ?? 0) + 1;
    }
    this.min = min;
    this.max = max;
    this.finite = finite;
    sums.set([s1, s2, s3, s4]);
  }
}
