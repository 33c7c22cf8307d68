/** A file that is read in slices, never whole. */
import { ensure } from './failure.ts';

export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes from `offset`. Throws WeightsFileError `truncated` if the file is too short. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Bytes of one tensor, in order, in pieces of any size. */
export type ByteStream = AsyncGenerator<Uint8Array<ArrayBuffer>, void, void>;

export const CHUNK_BYTES = 1 << 20;
/** Most bytes of a single read; no header of any format needs more. */
const MAX_READ = 1 << 28;

/** The part `[start, start + size)` of a source. */
export function section(source: ByteSource, start: number, size: number): ByteSource {
  ensure(isRange(start, size, source.size), 'truncated');
  return {
    size,
    read: (offset, length) => {
      ensure(isRange(offset, length, size), 'truncated');
      return source.read(start + offset, length);
    },
  };
}

/** Whether `[start, start + length)` lies within `[0, size)`; false for NaN and non-integers. */
export const isRange = (start: number, length: number, size: number): boolean =>
  Number.isSafeInteger(start) &&
  Number.isSafeInteger(length) &&
  start >= 0 &&
  length >= 0 &&
  start + length <= size;

/** A source of bytes in memory. */
export function bytesSource(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, length) => {
      ensure(isRange(offset, length, bytes.length), 'truncated');
      return bytes.slice(offset, offset + length);
    },
  };
}

/** A source for a Blob or a File, of which only the requested slices are read. */
export function blobSource(blob: Sliceable): ByteSource {
  return {
    size: blob.size,
    read: async (offset, length) => {
      ensure(isRange(offset, length, blob.size) && length <= MAX_READ, 'truncated');
      const bytes = new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
      ensure(bytes.length === length, 'truncated');
      return bytes;
    },
  };
}

/** The part of Blob that is used. */
export interface Sliceable {
  readonly size: number;
  readonly slice: (
    start: number,
    end: number,
  ) => { readonly arrayBuffer: () => Promise<ArrayBuffer> };
}

const PAGE = 1 << 16;
const MAX_PAGES = 64;

/** The same source for readers that make many small reads: pages of 64 kB, the last 64 of them kept. */
export function withPageCache(source: ByteSource): ByteSource {
  const pages = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
  const page = (index: number): Promise<Uint8Array<ArrayBuffer>> => {
    const kept = pages.get(index);
    if (kept !== undefined) return kept;
    const start = index * PAGE;
    const read = source.read(start, Math.min(PAGE, source.size - start));
    pages.set(index, read);
    if (pages.size > MAX_PAGES)
      for (const oldest of pages.keys()) {
        pages.delete(oldest);
        break;
      }
    return read;
  };
  return {
    size: source.size,
    read: async (offset, length) => {
      ensure(isRange(offset, length, source.size), 'truncated');
      if (length > PAGE) return source.read(offset, length);
      const out = new Uint8Array(length);
      for (let at = 0; at < length;) {
        const index = Math.floor((offset + at) / PAGE);
        const from = offset + at - index * PAGE;
        const part = (await page(index)).subarray(from, from + length - at);
        ensure(part.length > 0, 'truncated');
        out.set(part, at);
        at += part.length;
      }
      return out;
    },
  };
}

/** `length` bytes from `offset`, a chunk at a time. */
export async function* streamOf(source: ByteSource, offset: number, length: number): ByteStream {
  ensure(isRange(offset, length, source.size), 'truncated');
  for (let at = 0; at < length; at += CHUNK_BYTES) {
    yield await source.read(offset + at, Math.min(CHUNK_BYTES, length - at));
  }
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** An unsigned 64-bit integer; above 2⁵³ − 1 it becomes Infinity, which no range check passes. */
export function uint64(view: DataView, offset: number, littleEndian = true): number {
  const value = view.getBigUint64(offset, littleEndian);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : Infinity;
}
