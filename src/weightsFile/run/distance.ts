/** The distance between two tensors of the same shape, both read in pieces. */
import type { Values } from '../read/decode.ts';
import { valuesOf } from '../read/decode.ts';
import { readValues } from '../read/readValues.ts';
import type { TensorEntry } from '../read/tensor.ts';
import { elementCount } from '../read/tensor.ts';

/** Computed over all numbers; NaN if one of them is not finite. */
export interface Distance {
  /** √Σ w², √Σ w₀², and √Σ (w − w₀)². */
  readonly norm: number;
  readonly startNorm: number;
  readonly moved: number;
  /** Cosine between the two as vectors; NaN if one of them is zero. */
  readonly cosine: number;
}

/** Tensors with different memory orders are read whole, up to this many numbers. */
const MAX_WHOLE = 1 << 24;

/** Reads a stream's numbers in runs of any length. */
class Reader {
  readonly #stream: AsyncGenerator<Values, void, void>;
  #piece: Values = new Float32Array(0);
  #at = 0;

  constructor(tensor: TensorEntry) {
    this.#stream = valuesOf(tensor);
  }

  /** The rest of the current piece, or the next piece; `null` at the end. */
  async rest(): Promise<Values | null> {
    while (this.#at === this.#piece.length) {
      const next = await this.#stream.next();
      if (next.done === true) return null;
      this.#piece = next.value;
      this.#at = 0;
    }
    return this.#piece.subarray(this.#at);
  }

  skip(count: number): void {
    this.#at += count;
  }
}

class Sums {
  square = 0;
  before = 0;
  both = 0;
  moved = 0;

  add(values: Values, start: Values, count: number): void {
    let { square, before, both, moved } = this;
    for (let i = 0; i < count; i += 1) {
      const w = values[i] ?? 0;
      const w0 = start[i] ?? 0;
      square += w * w;
      before += w0 * w0;
      both += w * w0;
      moved += (w - w0) ** 2;
    }
    Object.assign(this, { square, before, both, moved });
  }

  get distance(): Distance {
    const { square, before, both, moved } = this;
    return {
      norm: Math.sqrt(square),
      startNorm: Math.sqrt(before),
      moved: Math.sqrt(moved),
      cosine: both / Math.sqrt(square * before),
    };
  }
}

/** `null` if their memory orders differ and they have more than MAX_WHOLE numbers. Throws WeightsFileError. */
export async function distanceOf(
  tensor: TensorEntry,
  start: TensorEntry,
): Promise<Distance | null> {
  const sums = new Sums();
  if (tensor.axes.join() !== start.axes.join()) {
    if (elementCount(tensor.shape) > MAX_WHOLE) return null;
    const values = await readValues(tensor);
    sums.add(values, await readValues(start), values.length);
    return sums.distance;
  }
  const [now, then] = [new Reader(tensor), new Reader(start)];
  for (;;) {
    const values = await now.rest();
    const before = await then.rest();
    if (values === null || before === null) return sums.distance;
    const count = Math.min(values.length, before.length);
    sums.add(values, before, count);
    now.skip(count);
    then.skip(count);
  }
}
