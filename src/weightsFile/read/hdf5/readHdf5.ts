/**
 * HDF5 as Keras and h5py write it: superblocks 0 to 3, groups, contiguous, compact and chunked datasets
 * with deflate and shuffle. Other features are refused with an error that names them.
 */
import { ensure, WeightsFileError } from '../failure.ts';
import { withPageCache } from '../source.ts';
import type { ByteSource } from '../source.ts';
import { rowMajor, tensorList } from '../tensor.ts';
import type { WeightsFile } from '../tensor.ts';
import { readDataset } from './dataset.ts';
import { linksOf } from './groups.ts';
import { readAt, readObject } from './objects.ts';

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
const MAX_DEPTH = 32;
const MAX_OBJECTS = 200_000;

export const isHdf5 = (head: Uint8Array): boolean =>
  SIGNATURE.every((byte, index) => head[index] === byte);

/** Address of the root group's header. */
async function rootOf(source: ByteSource): Promise<number> {
  const head = await readAt(source, 0, Math.min(96, source.size));
  head.skip(8);
  const version = head.u8();
  if (version >= 2) {
    ensure(version <= 3 && head.u8() === 8 && head.u8() === 8, 'unsupported', 'hdf5 superblock');
    head.at = 36;
    return head.u64();
  }
  head.at = 13;
  ensure(head.u8() === 8 && head.u8() === 8, 'unsupported', 'hdf5 superblock');
  head.at = version === 0 ? 64 : 68;
  return head.u64();
}

/** An optimizer's state has the shapes of the weights, but is skipped. */
const isOptimizer = (name: string): boolean => /^\/?optimizer/.test(name);

/** Lists the tensors of an HDF5 file. Throws WeightsFileError. */
export async function readHdf5(whole: ByteSource, format: 'hdf5' | 'keras'): Promise<WeightsFile> {
  const source = withPageCache(whole);
  const list = tensorList();
  const seen = new Set<number>();
  const walk = async (address: number, name: string, depth: number): Promise<void> => {
    if (seen.has(address) || depth > MAX_DEPTH) return;
    ensure(seen.size < MAX_OBJECTS, 'too-many-tensors');
    seen.add(address);
    const messages = await readObject(source, address);
    const links = await linksOf(source, messages);
    if (links !== null) {
      for (const link of links) {
        await walk(link.address, name === '' ? link.name : `${name}/${link.name}`, depth + 1);
      }
      return;
    }
    try {
      const data = isOptimizer(name) ? null : readDataset(source, messages, name);
      if (data === null) return list.skip(name);
      list.add({ name, ...data, axes: rowMajor(data.shape.length), use: null });
    } catch (problem) {
      // A dataset in an unsupported form is skipped, and the others are still read.
      if (!(problem instanceof WeightsFileError) || problem.failure !== 'unsupported')
        throw problem;
      list.skip(name);
    }
  };
  await walk(await rootOf(source), '', 0);
  return list.file(format);
}
