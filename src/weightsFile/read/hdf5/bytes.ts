/** A cursor over a few bytes of an HDF5 file; addresses and lengths are 8 bytes wide. */
import { WeightsFileError } from '../failure.ts';
import { uint64, viewOf } from '../source.ts';

export class Bytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  at = 0;
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
    this.#view = viewOf(bytes);
  }
  get left(): number {
    return this.bytes.length - this.at;
  }
  #take(length: number): number {
    const start = this.at;
    if (!(length >= 0 && start + length <= this.bytes.length)) {
      throw new WeightsFileError('damaged', 'hdf5');
    }
    this.at += length;
    return start;
  }
  skip(length: number): void {
    this.#take(length);
  }
  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }
  u16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }
  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }
  /** Infinity if above 2⁵³ − 1, which includes HDF5's undefined address. */
  u64(): number {
    return uint64(this.#view, this.#take(8));
  }
  part(length: number): Bytes {
    const start = this.#take(length);
    return new Bytes(this.bytes.subarray(start, start + length));
  }
  magic(text: string): boolean {
    const start = this.#take(text.length);
    return this.text(start).startsWith(text);
  }
  /** The text from `start` up to a zero byte. */
  text(start: number): string {
    const end = this.bytes.indexOf(0, start);
    return new TextDecoder().decode(this.bytes.subarray(start, end < 0 ? undefined : end));
  }
}
