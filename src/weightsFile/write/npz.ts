/** Writes `.npz`: a zip of stored `.npy` files, as numpy.savez does. */
import type { MadeTensor } from './madeTensor.ts';

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let word = index;
  for (let bit = 0; bit < 8; bit += 1)
    word = (word & 1) === 1 ? (word >>> 1) ^ 0xedb88320 : word >>> 1;
  return word;
});

function crc32(parts: readonly Uint8Array[]): number {
  let crc = 0xffffffff;
  for (const part of parts) {
    for (const byte of part) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 255] ?? 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Magic string, version 1.0, and header, padded to a multiple of 64 bytes. */
function npyHeader(shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': ${tuple}, }`;
  const length = Math.ceil((10 + text.length + 1) / 64) * 64 - 10;
  const bytes = new Uint8Array(10 + length).fill(0x20);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, length & 255, length >> 8]);
  bytes.set(new TextEncoder().encode(text), 10);
  bytes[bytes.length - 1] = 0x0a;
  return bytes;
}

interface Member {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly size: number;
  readonly crc: number;
  readonly offset: number;
}

/** The fields that the local header and the directory share, from "version needed" on. */
function common(view: DataView, at: number, { name, size, crc }: Member): void {
  view.setUint16(at, 20, true);
  // Names are UTF-8.
  view.setUint16(at + 2, 0x0800, true);
  view.setUint16(at + 8, 0x21, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

/** The parts of the file, in order. Members must be smaller than 4 GB. */
export function npzParts(tensors: readonly MadeTensor[]): readonly Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const members: Member[] = [];
  let offset = 0;
  const push = (part: Uint8Array<ArrayBuffer>): void => {
    parts.push(part);
    offset += part.length;
  };
  for (const { name, shape, values } of tensors) {
    const header = npyHeader(shape);
    const data = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const member = {
      name: new TextEncoder().encode(`${name}.npy`),
      size: header.length + data.length,
      crc: crc32([header, data]),
      offset,
    };
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    common(local, 4, member);
    members.push(member);
    for (const part of [new Uint8Array(local.buffer), member.name, header, data]) push(part);
  }
  const start = offset;
  for (const member of members) {
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint16(4, 20, true);
    common(entry, 6, member);
    entry.setUint32(42, member.offset, true);
    push(new Uint8Array(entry.buffer));
    push(member.name);
  }
  const size = offset - start;
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, members.length, true);
  end.setUint16(10, members.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, start, true);
  push(new Uint8Array(end.buffer));
  return parts;
}
