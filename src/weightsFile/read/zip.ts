/** Zip archives by their central directory (PKWARE APPNOTE 6.3.10), zip64 included; stored and deflated members. */
import { ensure, WeightsFileError } from './failure.ts';
import { inflate, MAX_DEFLATE_RATIO } from './inflate.ts';
import { isRange, streamOf, uint64, viewOf } from './source.ts';
import type { ByteSource, ByteStream } from './source.ts';
import { MAX_TENSORS, shortName } from './tensor.ts';

export interface ZipMember {
  readonly name: string;
  readonly size: number;
  /** Whether it is stored without compression, and can be read in any order. */
  readonly stored: boolean;
  /** Offset and length of its bytes as they are stored. */
  readonly place: () => Promise<{ readonly start: number; readonly length: number }>;
  readonly stream: () => ByteStream;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
/** Largest directory in bytes; each member takes about a hundred. */
const MAX_DIRECTORY = 1 << 24;
/** All members together may inflate to this many bytes, or to USUAL_RATIO times the size of the file. */
const MAX_INFLATED = 2 ** 28;
const USUAL_RATIO = 64;

export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);

interface Directory {
  readonly start: number;
  readonly size: number;
  readonly members: number;
}

async function findDirectory(source: ByteSource): Promise<Directory> {
  const tailStart = Math.max(0, source.size - END_BYTES - MAX_COMMENT);
  const tail = await source.read(tailStart, source.size - tailStart);
  const view = viewOf(tail);
  let at = tail.length - END_BYTES;
  while (at >= 0 && view.getUint32(at, true) !== END) at -= 1;
  // An archive without its directory is truncated.
  ensure(at >= 0, 'truncated', 'zip directory');
  const found = {
    members: view.getUint16(at + 10, true),
    size: view.getUint32(at + 12, true),
    start: view.getUint32(at + 16, true),
  };
  if (at < 20 || view.getUint32(at - 20, true) !== LOCATOR64) return found;
  const place = uint64(view, at - 20 + 8);
  ensure(isRange(place, 56, source.size), 'damaged', 'zip64');
  const end = viewOf(await source.read(place, 56));
  ensure(end.getUint32(0, true) === END64, 'damaged', 'zip64');
  return { members: uint64(end, 32), size: uint64(end, 40), start: uint64(end, 48) };
}

/** The sizes and the offset that do not fit into 32 bits, from extra field 1 (zip64). */
function wide(extra: DataView, fields: readonly number[]): readonly number[] {
  for (let at = 0; at + 4 <= extra.byteLength;) {
    const length = extra.getUint16(at + 2, true);
    if (extra.getUint16(at, true) === 1) {
      let next = at + 4;
      return fields.map((field) => {
        if (field !== 0xffffffff || next + 8 > extra.byteLength) return field;
        const value = uint64(extra, next);
        next += 8;
        return value;
      });
    }
    at += 4 + length;
  }
  return fields;
}

/** All members of an archive; reads only the directory. Throws WeightsFileError. */
export async function readZip(source: ByteSource): Promise<readonly ZipMember[]> {
  const directory = await findDirectory(source);
  ensure(directory.members <= MAX_TENSORS, 'too-many-tensors');
  ensure(isRange(directory.start, directory.size, source.size), 'damaged', 'zip directory');
  ensure(directory.size <= MAX_DIRECTORY, 'damaged', 'zip directory');
  const bytes = await source.read(directory.start, directory.size);
  const view = viewOf(bytes);
  const members: ZipMember[] = [];
  let inflated = 0;
  for (let at = 0, left = directory.members; left > 0; left -= 1) {
    ensure(
      at + 46 <= bytes.length && view.getUint32(at, true) === ENTRY,
      'damaged',
      'zip directory',
    );
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const next = at + 46 + nameLength + extraLength + commentLength;
    ensure(next <= bytes.length, 'damaged', 'zip directory');
    const extra = viewOf(bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
    const sizes = wide(
      extra,
      [24, 20, 42].map((field) => view.getUint32(at + field, true)),
    );
    const [size = 0, compressed = 0, offset = 0] = sizes;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const method = view.getUint16(at + 10, true);
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
    if (method !== 0) inflated += size;
    ensure(!(size > compressed * MAX_DEFLATE_RATIO + 1024), 'bomb', shortName(name));
    members.push(
      member(source, { name, method: encrypted ? -1 : method, size, compressed, offset }),
    );
    at = next;
  }
  ensure(inflated <= Math.max(MAX_INFLATED, source.size * USUAL_RATIO), 'bomb');
  return members;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly size: number;
  readonly compressed: number;
  readonly offset: number;
}

function member(source: ByteSource, { name, method, size, compressed, offset }: Entry): ZipMember {
  const place = async () => {
    ensure(isRange(offset, 30, source.size), 'truncated', shortName(name));
    const local = viewOf(await source.read(offset, 30));
    ensure(local.getUint32(0, true) === LOCAL, 'damaged', shortName(name));
    const start = offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
    ensure(isRange(start, compressed, source.size), 'truncated', shortName(name));
    return { start, length: compressed };
  };
  return {
    name,
    size,
    stored: method === 0,
    place,
    async *stream() {
      const { start, length } = await place();
      const raw = streamOf(source, start, length);
      if (method === 0) yield* raw;
      else if (method === 8) yield* inflate(raw, 'deflate-raw', size);
      else throw new WeightsFileError('unsupported', `${shortName(name)}: zip method ${method}`);
    },
  };
}
