/** Reads datasets: type, shape, layout and filters, and the elements in C order. */
import { ensure, WeightsFileError } from '../failure.ts';
import { MAX_DEFLATE_RATIO } from '../inflate.ts';
import { CHUNK_BYTES, isRange, streamOf } from '../source.ts';
import type { ByteSource, ByteStream } from '../source.ts';
import { checkedShape, DTYPE_BYTES, elementCount } from '../tensor.ts';
import type { DType } from '../tensor.ts';
import type { Bytes } from './bytes.ts';
import { chunked } from './chunks.ts';
import type { Elements } from './chunks.ts';
import { MESSAGE, messageOf } from './objects.ts';
import type { Message } from './objects.ts';

export interface Dataset {
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly bigEndian: boolean;
  readonly bytes: () => ByteStream;
}

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
