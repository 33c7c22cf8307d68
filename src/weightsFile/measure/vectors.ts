/** Keeps some of the longer vectors (rows or columns) of a weight matrix, to test whether they are orthogonal. */
import type { Values } from '../read/decode.ts';
import type { TensorEntry } from '../read/tensor.ts';
import { elementCount } from '../read/tensor.ts';
import type { TensorLayout } from './layout.ts';
import { unitMap } from './tally.ts';

/** Most vectors kept, and most numbers in all of them. */
const MAX_VECTORS = 32;
const MAX_KEPT = 1 << 22;

/** Statistics of `W Wᵀ` (`Wᵀ W` if units outnumber inputs), from the kept vectors. */
export interface Gram {
  readonly vectors: number;
  /** Root mean square norm: the gain of an orthogonal matrix. */
  readonly norm: number;
  /** Standard deviation of the squared norms over their mean; √(2/length) for independent normal draws. */
  readonly spread: number;
  /** Root mean square cosine of two vectors; 1/√length for independent draws. */
  readonly cosine: number;
  readonly length: number;
  /** Whether every kept vector has a single nonzero number, on the diagonal and the same for all. */
  readonly diagonal: boolean;
}

export class KeptVectors {
  readonly #slow: number;
  readonly #fast: number;
  /** Whether the vectors run along the fast axis, so that each is contiguous in memory. */
  readonly #contiguous: boolean;
  readonly #places: readonly number[];
  readonly #kept: Float64Array<ArrayBuffer>;
  readonly #length: number;
  #at = 0;

  private constructor(slow: number, fast: number) {
    this.#slow = slow;
    this.#fast = fast;
    this.#contiguous = slow <= fast;
    const shorter = Math.min(slow, fast);
    this.#length = Math.max(slow, fast);
    const fitting = Math.max(2, Math.floor(MAX_KEPT / this.#length));
    const many = Math.min(shorter, MAX_VECTORS, fitting);
    this.#places = Array.from({ length: many }, (_, i) => Math.floor((i * shorter) / many));
    this.#kept = new Float64Array(many * this.#length);
  }

  /** `null` if the tensor cannot be read as a matrix of units and inputs. */
  static of(tensor: TensorEntry, layout: TensorLayout): KeptVectors | null {
    const { units, inner } = unitMap(tensor, layout);
    const total = elementCount(tensor.shape);
    if (units < 2 || total / units < 2) return null;
    const long = Math.max(units, total / units);
    if (long > MAX_KEPT / 2) return null;
    if (inner === 1) return new KeptVectors(total / units, units);
    return inner === total / units ? new KeptVectors(units, inner) : null;
  }

  add(values: Values): void {
    const fast = this.#fast;
    const end = this.#at + values.length;
    if (this.#contiguous) {
      for (const [i, place] of this.#places.entries()) {
        const from = Math.max(place * fast, this.#at);
        const to = Math.min((place + 1) * fast, end);
        if (from < to) {
          this.#kept.set(
            values.subarray(from - this.#at, to - this.#at),
            i * this.#length + from - place * fast,
          );
        }
      }
    } else {
      const first = Math.floor(this.#at / fast);
      for (let row = first; row < this.#slow && row * fast < end; row += 1) {
        for (const [i, place] of this.#places.entries()) {
          const at = row * fast + place;
          if (at >= this.#at && at < end)
            this.#kept[i * this.#length + row] = values[at - this.#at] ?? 0;
        }
      }
    }
    this.#at = end;
  }

  gram(): Gram {
    const length = this.#length;
    const many = this.#places.length;
    const vectors = this.#places.map((_, i) => this.#kept.subarray(i * length, (i + 1) * length));
    const dot = (a: Float64Array, b: Float64Array): number => {
      let sum = 0;
      for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
      return sum;
    };
    const squares = vectors.map((vector) => dot(vector, vector));
    const mean = squares.reduce((sum, square) => sum + square, 0) / many;
    const variance = squares.reduce((sum, square) => sum + (square - mean) ** 2, 0) / many;
    let cosines = 0;
    for (let i = 0; i < many; i += 1) {
      for (let j = 0; j < i; j += 1) {
        const [a, b] = [vectors[i], vectors[j]];
        if (a !== undefined && b !== undefined) {
          cosines +=
            dot(a, b) ** 2 / Math.max(Number.MIN_VALUE, (squares[i] ?? 0) * (squares[j] ?? 0));
        }
      }
    }
    const head = vectors[0]?.[this.#places[0] ?? 0] ?? 0;
    const diagonal = vectors.every((vector, i) => {
      const place = this.#places[i] ?? 0;
      return vector[place] === head && squares[i] === head * head;
    });
    return {
      vectors: many,
      norm: Math.sqrt(mean),
      spread: mean > 0 ? Math.sqrt(variance) / mean : 0,
      cosine: Math.sqrt(cosines / Math.max(1, (many * (many - 1)) / 2)),
      length,
      diagonal: diagonal && head !== 0,
    };
  }
}
