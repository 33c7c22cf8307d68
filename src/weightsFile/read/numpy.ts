/** `.npy`, and `.npz`, a zip of `.npy` files. */
import { ensure } from './failure.ts';
import { axesOf, NPY_HEAD, npyBytes, npyStream, readNpyHeader } from './npy.ts';
import type { NpyHeader } from './npy.ts';
import type { ByteSource, ByteStream } from './source.ts';
import { tensorList } from './tensor.ts';
import type { TensorEntry, WeightsFile } from './tensor.ts';
import type { ZipMember } from './zip.ts';

const entryOf = (name: string, header: NpyHeader, bytes: () => ByteStream): TensorEntry => ({
  name,
  shape: header.shape,
  dtype: header.dtype,
  bigEndian: header.bigEndian,
  axes: axesOf(header),
  bytes,
  use: null,
});

/** `name` becomes the tensor's name. Throws WeightsFileError. */
export async function readNpy(source: ByteSource, name: string): Promise<WeightsFile> {
  const list = tensorList();
  const header = readNpyHeader(await source.read(0, Math.min(NPY_HEAD, source.size)), name);
  if (header === null) list.skip(name);
  else {
    ensure(header.start + npyBytes(header) <= source.size, 'truncated', name);
    list.add(entryOf(name, header, () => npyStream(source, header)));
  }
  return list.file('npy');
}

/** The first bytes of a stream, enough to hold any header. */
async function headOf(stream: ByteStream): Promise<Uint8Array<ArrayBuffer>> {
  let head = new Uint8Array(0);
  for await (const piece of stream) {
    const longer = new Uint8Array(Math.min(NPY_HEAD, head.length + piece.length));
    longer.set(head);
    longer.set(piece.subarray(0, longer.length - head.length), head.length);
    head = longer;
    if (head.length >= NPY_HEAD) break;
  }
  return head;
}

async function* after(stream: ByteStream, skip: number, length: number): ByteStream {
  let at = 0;
  for await (const piece of stream) {
    const from = Math.max(0, skip - at);
    const to = Math.min(piece.length, skip + length - at);
    at += piece.length;
    if (to > from) yield piece.subarray(from, to);
    if (at >= skip + length) return;
  }
}

/** Lists the arrays of a `.npz` file. Throws WeightsFileError. */
export async function readNpz(
  source: ByteSource,
  members: readonly ZipMember[],
): Promise<WeightsFile> {
  const list = tensorList();
  for (const member of members) {
    if (!member.name.endsWith('.npy')) {
      list.skip(member.name);
      continue;
    }
    const name = member.name.slice(0, -4);
    const { start, length } = await member.place();
    const head = member.stored
      ? await source.read(start, Math.min(NPY_HEAD, length))
      : await headOf(member.stream());
    const header = readNpyHeader(head, name);
    if (header === null) {
      list.skip(name);
      continue;
    }
    ensure(header.start + npyBytes(header) <= member.size, 'truncated', name);
    list.add(entryOf(name, header, () => after(member.stream(), header.start, npyBytes(header))));
  }
  return list.file('npz');
}
