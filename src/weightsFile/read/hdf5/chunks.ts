/** Reads datasets that are stored in chunks, each filtered by itself. */
import { gather } from '../decode.ts';
import { ensure, WeightsFileError } from '../failure.ts';
import { inflate } from '../inflate.ts';
import { isRange } from '../source.ts';
import type { ByteSource, ByteStream } from '../source.ts';
import { elementCount } from '../tensor.ts';
import { treeLeaves } from './groups.ts';

/** Largest band of chunks along the first axis that is assembled at once, in bytes. */
const MAX_BAND = 1 << 26;

/** What there is to read. */
export interface Elements {
  readonly shape: readonly number[];
  /** Bytes of an element, and of all of them. */
  readonly size: number;
  readonly total: number;
  /** Ids, in the order in which they were applied. */
  readonly filters: readonly number[];
  readonly name: string;
}

interface Chunk {
  readonly stored: number;
  readonly mask: number;
  readonly offsets: readonly number[];
  readonly address: number;
}

/** The elements of a dataset in C order, from the tree of its chunks: bands of chunks along the first axis. */
export async function* chunked(
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
