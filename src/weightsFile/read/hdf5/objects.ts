/** HDF5's objects (HDF5 File Format Specification 3.0): object headers of both versions and their messages. */
import { ensure } from '../failure.ts';
import { isRange } from '../source.ts';
import type { ByteSource } from '../source.ts';
import { Bytes } from './bytes.ts';

export interface Message {
  readonly type: number;
  readonly data: Bytes;
}

const MAX_MESSAGES = 20_000;
/** Largest block of an object header, in bytes. */
const MAX_PIECE = 1 << 24;

/** `length` bytes from `offset`. Throws WeightsFileError `truncated`. */
export async function readAt(source: ByteSource, offset: number, length: number): Promise<Bytes> {
  ensure(isRange(offset, length, source.size), 'truncated', 'hdf5');
  return new Bytes(await source.read(offset, length));
}

interface Piece {
  readonly offset: number;
  readonly length: number;
}

/** The messages of the object whose header is at `address`. */
export async function readObject(source: ByteSource, address: number): Promise<readonly Message[]> {
  const head = await readAt(source, address, Math.min(32, source.size - address));
  return head.bytes[0] === 1 ? readOld(source, address) : readNew(source, address, head);
}

async function readOld(source: ByteSource, address: number): Promise<readonly Message[]> {
  const head = await readAt(source, address, 16);
  head.skip(2);
  const count = head.u16();
  head.skip(4);
  const pieces: Piece[] = [{ offset: address + 16, length: head.u32() }];
  const messages: Message[] = [];
  for (let next = pieces.shift(); next !== undefined; next = pieces.shift()) {
    ensure(next.length <= MAX_PIECE, 'damaged', 'hdf5 header');
    const piece = await readAt(source, next.offset, next.length);
    while (piece.left >= 8 && messages.length < count) {
      const type = piece.u16();
      const size = piece.u16();
      piece.skip(4);
      take(messages, pieces, { type, data: piece.part(Math.min(size, piece.left)) });
    }
  }
  return messages;
}

async function readNew(
  source: ByteSource,
  address: number,
  head: Bytes,
): Promise<readonly Message[]> {
  ensure(head.magic('OHDR') && head.u8() === 2, 'damaged', 'hdf5 header');
  const flags = head.u8();
  if ((flags & 32) !== 0) head.skip(16);
  if ((flags & 16) !== 0) head.skip(4);
  const wide = [() => head.u8(), () => head.u16(), () => head.u32(), () => head.u64()][flags & 3];
  const length = wide?.() ?? 0;
  const pieces: Piece[] = [{ offset: address + head.at, length }];
  const messages: Message[] = [];
  let first = true;
  for (let next = pieces.shift(); next !== undefined; next = pieces.shift()) {
    ensure(next.length <= MAX_PIECE, 'damaged', 'hdf5 header');
    const piece = await readAt(source, next.offset, next.length);
    if (!first) ensure(piece.magic('OCHK'), 'damaged', 'hdf5 header');
    const end = first ? 0 : 4;
    first = false;
    const ordered = (flags & 4) !== 0 ? 2 : 0;
    while (piece.left - end >= 4 + ordered) {
      const type = piece.u8();
      const size = piece.u16();
      piece.skip(1 + ordered);
      if (size > piece.left - end) break;
      take(messages, pieces, { type, data: piece.part(size) });
    }
  }
  return messages;
}

const CONTINUATION = 0x10;

function take(messages: Message[], pieces: Piece[], message: Message): void {
  ensure(messages.length < MAX_MESSAGES, 'damaged', 'hdf5 header');
  messages.push(message);
  if (message.type !== CONTINUATION) return;
  const { data } = message;
  pieces.push({ offset: data.u64(), length: data.u64() });
  ensure(pieces.length < 100, 'damaged', 'hdf5 header');
}

export const MESSAGE = {
  dataspace: 0x01,
  linkInfo: 0x02,
  datatype: 0x03,
  link: 0x06,
  layout: 0x08,
  filters: 0x0b,
  symbolTable: 0x11,
} as const;

/** The data of the first message of this type; `null` if there is none. */
export const messageOf = (messages: readonly Message[], type: number): Bytes | null =>
  messages.find((message) => message.type === type)?.data ?? null;
