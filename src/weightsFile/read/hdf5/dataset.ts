/** Reads datasets: type, shape, layout and filters, and the elements in C order. */
import { gather } from '../decode.ts';
import { ensure, WeightsFileError } from '../failure.ts';
import { inflate, MAX_DEFLATE_RATIO } from '../inflate.ts';
import { CHUNK_BYTES, isRange, streamOf } from '../source.ts';
import type { ByteSource, ByteStream } from '../source.ts';
import { checkedShape, DTYPE_BYTES, elementCount } from '../tensor.ts';
import type { DType } from '../tensor.ts';
import type { Bytes } from './bytes.ts';
import { treeLeaves } from './groups.ts';
import { MESSAGE, messageOf } from './objects.ts';
import type { Message } from './objects.ts';

export interface Dataset {
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly bigEndian: boolean;
  readonly bytes: () => ByteStream;
}

/** Largest band of chunks along the first axis that is assembled at once, in bytes. */
const MAX_BAND = 1 << 26;

function readShape(data: Bytes, name: string): readonly number[] | null {
  const version = data.u8();
  ensure(version === 1 || version === 2, 'unsupported', `${name}: dataspace ${version}`);
  const rank = data.u8();
  data.skip(1);
  // A null dataspace has no elements.
  if (version === 2 && data.u8() === 2) return null;
  if (version === 1) data.skip(5);
  return checkedShape(
    Array.from({ length: rank }, () => data.u64()),
    name,
  );
}

function readType(data: Bytes): { readonly dtype: DType; readonly bigEndian: boolean } | null {
  const kind = data.u8() & 15;
  const flags = data.u8();
  data.skip(2);
  const size = data.u32();
  const bigEndian = (flags & 1) === 1;
  if (kind === 0) {
    const dtype = (
      (flags & 8) === 0
        ? { 1: 'uint8', 2: 'uint16', 4: 'uint32', 8: 'uint64' }
        : { 1: 'int8', 2: 'int16', 4: 'int32', 8: 'int64' }
    ) satisfies Record<number, DType>;
    return size === 1 || size === 2 || size === 4 || size === 8
      ? { dtype: dtype[size], bigEndian }
      : null;
  }
  if (kind === 1) {
    data.skip(5);
    const exponent = data.u8();
    if (size === 8 && exponent === 11) return { dtype: 'float64', bigEndian };
    if (size === 4 && exponent === 8) return { dtype: 'float32', bigEndian };
    if (size === 2) return { dtype: exponent === 8 ? 'bfloat16' : 'float16', bigEndian };
  }
  // h5py writes booleans as a one-byte enumeration.
  return kind === 8 && size === 1 ? { dtype: 'bool', bigEndian } : null;
}

/** Ids of the filters applied to a chunk, in order. */
function readFilters(data: Bytes | null): readonly number[] {
  if (data === null) return [];
  const version = data.u8();
  const count = data.u8();
  if (version === 1) data.skip(6);
  return Array.from({ length: count }, () => {
    const id = data.u16();
    const nameLength = version === 1 || id >= 256 ? data.u16() : 0;
    data.skip(2);
    const values = data.u16();
    data.skip(version === 1 ? Math.ceil(nameLength / 8) * 8 : nameLength);
    data.skip(4 * (values + (version === 1 ? values % 2 : 0)));
    return id;
  });
}

/** `null` if the object is not a dataset, or holds strings or records. */
export function readDataset(
  source: ByteSource,
  messages: readonly Message[],
  name: string,
): Dataset | null {
  const space = messageOf(messages, MESSAGE.dataspace);
  const type = messageOf(messages, MESSAGE.datatype);
  const layout = messageOf(messages, MESSAGE.layout);
  if (space === null || type === null || layout === null) return null;
  const shape = readShape(space, name);
  const element = readType(type);
  if (shape === null || element === null) return null;
  const total = elementCount(shape) * DTYPE_BYTES[element.dtype];
  // Chunks that were never written take no space in the file, so a small file could claim any shape.
  ensure(total <= source.size * MAX_DEFLATE_RATIO, 'bomb', name);
  const filters = readFilters(messageOf(messages, MESSAGE.filters));
  const size = DTYPE_BYTES[element.dtype];
  return {
    shape,
    ...element,
    bytes: stream(source, layout, { shape, size, total, filters, name }),
  };
}

interface Elements {
  readonly shape: readonly number[];
  readonly size: number;
  readonly total: number;
  readonly filters: readonly number[];
  readonly name: string;
}

function stream(source: ByteSource, layout: Bytes, elements: Elements): () => ByteStream {
  const { total, name, shape } = elements;
  const version = layout.u8();
  const kind = layout.u8();
  if (version !== 3 && version !== 4)
    throw new WeightsFileError('unsupported', `${name}: layout ${version}`);
  if (kind === 0) {
    const length = layout.u16();
    ensure(length === total, 'damaged', name);
    const { bytes } = layout.part(length);
    return async function* compact() {
      yield bytes.slice();
    };
  }
  if (kind === 1) {
    const address = layout.u64();
    const length = layout.u64();
    if (address === Infinity) return () => zeros(total);
    ensure(length >= total, 'damaged', name);
    ensure(isRange(address, total, source.size), 'truncated', name);
    return () => streamOf(source, address, total);
  }
  if (kind !== 2 || version !== 3)
    throw new WeightsFileError('unsupported', `${name}: layout ${version}.${kind}`);
  const rank = layout.u8() - 1;
  const tree = layout.u64();
  const chunk = Array.from({ length: Math.max(0, rank) }, () => layout.u32());
  ensure(rank === shape.length && rank > 0 && chunk.every((each) => each > 0), 'damaged', name);
  if (tree === Infinity) return () => zeros(total);
  return () => chunked(source, tree, chunk, elements);
}

async function* zeros(total: number): ByteStream {
  for (let at = 0; at < total; at += CHUNK_BYTES) {
    yield new Uint8Array(Math.min(CHUNK_BYTES, total - at));
  }
}

interface Chunk {
  readonly stored: number;
  readonly mask: number;
  readonly offsets: readonly number[];
  readonly address: number;
}

/** Yields bands of chunks along the first axis. */
async function* chunked(
  source: ByteSource,
  tree: number,
  chunk: readonly number[],
  elements: Elements,
): ByteStream {
  const { shape, size, name } = elements;
  const rank = shape.length;
  const rows = chunk[0] ?? 1;
  const rowBytes = elementCount(shape.slice(1)) * size;
  const chunkBytes = elementCount(chunk) * size;
  ensure(rows * rowBytes <= MAX_BAND && chunkBytes <= MAX_BAND, 'unsupported', `${name}: chunks`);
  const bands = new Map<number, Chunk[]>();
  const expected = shape.reduce((all, length, i) => all * Math.ceil(length / (chunk[i] ?? 1)), 1);
  let count = 0;
  for (const { key, address } of await treeLeaves(source, tree, 8 + 8 * (rank + 1))) {
    const stored = key.u32();
    const mask = key.u32();
    const offsets = Array.from({ length: rank }, () => key.u64());
    const [first = 0] = offsets;
    ensure(
      offsets.every((offset, axis) => offset < (shape[axis] ?? 0)),
      'damaged',
      name,
    );
    const band = bands.get(first) ?? [];
    band.push({ stored, mask, offsets, address });
    bands.set(first, band);
    count += 1;
    ensure(count <= expected, 'damaged', `${name}: chunks`);
  }
  const height = shape[0] ?? 0;
  for (let first = 0; first < height; first += rows) {
    const band = new Uint8Array(Math.min(rows, height - first) * rowBytes);
    for (const each of bands.get(first) ?? []) {
      const bytes = await unfiltered(source, each, chunkBytes, elements);
      place(bytes, chunk, band, shape, each.offsets, size);
    }
    yield band;
  }
}

const DEFLATE = 1;
const SHUFFLE = 2;
const FLETCHER32 = 3;

async function unfiltered(
  source: ByteSource,
  { stored, mask, address }: Chunk,
  chunkBytes: number,
  { filters, name, size }: Elements,
): Promise<Uint8Array<ArrayBuffer>> {
  ensure(isRange(address, stored, source.size), 'truncated', name);
  let bytes = await source.read(address, stored);
  for (let i = filters.length - 1; i >= 0; i -= 1) {
    if (((mask >> i) & 1) === 1) continue;
    const filter = filters[i];
    const input = bytes;
    if (filter === DEFLATE) {
      const one = async function* (): ByteStream {
        yield input;
      };
      bytes = await gather(inflate(one(), 'deflate', chunkBytes + 4), chunkBytes + 4);
    } else if (filter === SHUFFLE) bytes = unshuffle(bytes, size);
    else if (filter === FLETCHER32) bytes = bytes.slice(0, -4);
    else throw new WeightsFileError('unsupported', `${name}: filter ${filter}`);
  }
  ensure(bytes.length === chunkBytes, 'damaged', name);
  return bytes;
}

/** Undoes the shuffle filter, which stores all first bytes of the elements, then all second bytes, and so on. */
function unshuffle(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const count = Math.floor(bytes.length / size);
  const out = new Uint8Array(bytes.length);
  for (let byte = 0; byte < size; byte += 1) {
    for (let i = 0; i < count; i += 1) out[i * size + byte] = bytes[byte * count + i] ?? 0;
  }
  return out;
}

/** Copies a chunk into its band, run by run along the last axis; parts beyond the edge are left out. */
function place(
  bytes: Uint8Array,
  chunk: readonly number[],
  band: Uint8Array,
  shape: readonly number[],
  offsets: readonly number[],
  size: number,
): void {
  const rank = shape.length;
  const last = rank - 1;
  const width = Math.min(chunk[last] ?? 1, (shape[last] ?? 1) - (offsets[last] ?? 0)) * size;
  const runs = elementCount(chunk.slice(0, last));
  for (let run = 0; run < runs; run += 1) {
    let rest = run;
    let target = 0;
    let scale = 1;
    let inside = true;
    const index = Array.from({ length: last }, () => 0);
    for (let axis = last - 1; axis >= 0; axis -= 1) {
      const length = chunk[axis] ?? 1;
      index[axis] = rest % length;
      rest = Math.floor(rest / length);
    }
    scale = shape[last] ?? 1;
    for (let axis = last - 1; axis >= 0; axis -= 1) {
      const at = (offsets[axis] ?? 0) + (index[axis] ?? 0);
      if (at >= (shape[axis] ?? 0)) inside = false;
      // A band begins at the first row of its chunks.
      target += (axis === 0 ? (index[0] ?? 0) : at) * scale;
      scale *= shape[axis] ?? 1;
    }
    if (!inside) continue;
    const to = (target + (last === 0 ? 0 : (offsets[last] ?? 0))) * size;
    const from = run * (chunk[last] ?? 1) * size;
    band.set(bytes.subarray(from, from + width), to);
  }
}
