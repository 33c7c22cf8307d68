/** Reads the links of a group: old groups (B-tree, symbol nodes, local heap) and new ones, with links in the header. */
import { ensure, WeightsFileError } from '../failure.ts';
import type { ByteSource } from '../source.ts';
import { MAX_TENSORS } from '../tensor.ts';
import type { Bytes } from './bytes.ts';
import { MESSAGE, messageOf, readAt } from './objects.ts';
import type { Message } from './objects.ts';

export interface Link {
  readonly name: string;
  readonly address: number;
}

const MAX_LEVEL = 16;
const MAX_HEAP = 1 << 24;

/** The children of the leaves of a version 1 B-tree; each child follows a key of `keyBytes` bytes. */
export async function treeLeaves(
  source: ByteSource,
  root: number,
  keyBytes: number,
): Promise<readonly { readonly key: Bytes; readonly address: number }[]> {
  const leaves: { readonly key: Bytes; readonly address: number }[] = [];
  const seen = new Set<number>();
  const walk = async (address: number, below: number): Promise<void> => {
    ensure(!seen.has(address) && seen.size < 100_000, 'damaged', 'hdf5 tree');
    seen.add(address);
    const head = await readAt(source, address, 24);
    ensure(head.magic('TREE'), 'damaged', 'hdf5 tree');
    head.skip(1);
    const level = head.u8();
    ensure(level < below, 'damaged', 'hdf5 tree');
    const count = head.u16();
    const entries = await readAt(source, address + 24, count * (keyBytes + 8));
    for (let i = 0; i < count; i += 1) {
      const key = entries.part(keyBytes);
      const child = entries.u64();
      if (level > 0) await walk(child, level);
      else leaves.push({ key, address: child });
      ensure(leaves.length <= 1_000_000, 'damaged', 'hdf5 tree');
    }
  };
  await walk(root, MAX_LEVEL);
  return leaves;
}

async function readHeap(source: ByteSource, address: number): Promise<Bytes> {
  const head = await readAt(source, address, 32);
  ensure(head.magic('HEAP'), 'damaged', 'hdf5 heap');
  head.skip(4);
  const size = head.u64();
  head.skip(8);
  ensure(size <= MAX_HEAP, 'damaged', 'hdf5 heap');
  return readAt(source, head.u64(), size);
}

async function oldLinks(
  source: ByteSource,
  tree: number,
  heapAt: number,
): Promise<readonly Link[]> {
  const heap = await readHeap(source, heapAt);
  const links: Link[] = [];
  for (const { address } of await treeLeaves(source, tree, 8)) {
    const head = await readAt(source, address, 8);
    ensure(head.magic('SNOD'), 'damaged', 'hdf5 symbols');
    head.skip(2);
    const count = head.u16();
    const entries = await readAt(source, address + 8, count * 40);
    for (let i = 0; i < count; i += 1) {
      const name = entries.u64();
      const target = entries.u64();
      entries.skip(24);
      ensure(name < heap.bytes.length, 'damaged', 'hdf5 symbols');
      ensure(links.length < MAX_TENSORS, 'too-many-tensors');
      links.push({ name: heap.text(name), address: target });
    }
  }
  return links;
}

/** Reads a link message; `null` for soft and external links, which are not followed. */
function readLink(data: Bytes): Link | null {
  data.skip(1);
  const flags = data.u8();
  const type = (flags & 8) !== 0 ? data.u8() : 0;
  if ((flags & 4) !== 0) data.skip(8);
  if ((flags & 16) !== 0) data.skip(1);
  const wide = [() => data.u8(), () => data.u16(), () => data.u32(), () => data.u64()][flags & 3];
  const name = new TextDecoder().decode(data.part(wide?.() ?? 0).bytes);
  return type === 0 ? { name, address: data.u64() } : null;
}

/** `null` if the object is not a group. */
export async function linksOf(
  source: ByteSource,
  messages: readonly Message[],
): Promise<readonly Link[] | null> {
  const table = messageOf(messages, MESSAGE.symbolTable);
  if (table !== null) return oldLinks(source, table.u64(), table.u64());
  const links = messages
    .filter(({ type }) => type === MESSAGE.link)
    .flatMap(({ data }) => readLink(data) ?? []);
  const info = messageOf(messages, MESSAGE.linkInfo);
  if (info === null) return links.length > 0 ? links : null;
  info.skip(1);
  info.skip((info.u8() & 1) === 0 ? 0 : 8);
  // New groups with many links keep them in a fractal heap, which h5py writes only with libver='latest'.
  if (info.u64() < Infinity) throw new WeightsFileError('unsupported', 'hdf5: dense links');
  return links;
}
