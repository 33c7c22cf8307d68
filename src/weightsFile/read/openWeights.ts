/** Detects a file's format by its first bytes, never by its name, and reads its list of tensors. */
import { gather } from './decode.ts';
import { ensure, WeightsFileError } from './failure.ts';
import { isHdf5, readHdf5 } from './hdf5/readHdf5.ts';
import { isNpy } from './npy.ts';
import { readNpy, readNpz } from './numpy.ts';
import { isOnnx, readOnnx } from './onnx.ts';
import { isPytorch, readPytorch } from './pytorch.ts';
import { isSafetensors, readSafetensors } from './safetensors.ts';
import { bytesSource, section } from './source.ts';
import type { ByteSource } from './source.ts';
import type { WeightsFile } from './tensor.ts';
import { isZip, readZip } from './zip.ts';
import type { ZipMember } from './zip.ts';

/** Most bytes of a deflated `model.weights.h5`, which must be in memory for random access. */
const MAX_IN_MEMORY = 1 << 26;
/** A pickle outside a zip, as torch.save wrote before PyTorch 1.6. */
const isBarePickle = (head: Uint8Array): boolean => head[0] === 0x80 && (head[1] ?? 255) <= 5;

async function readKeras(source: ByteSource, member: ZipMember): Promise<WeightsFile> {
  if (member.stored) {
    const { start, length } = await member.place();
    return readHdf5(section(source, start, length), 'keras');
  }
  ensure(member.size <= MAX_IN_MEMORY, 'unsupported', 'compressed model.weights.h5');
  return readHdf5(bytesSource(await gather(member.stream(), MAX_IN_MEMORY)), 'keras');
}

async function readArchive(source: ByteSource): Promise<WeightsFile> {
  const members = await readZip(source);
  if (isPytorch(members)) return readPytorch(source, members);
  const keras = members.find(({ name }) => name.endsWith('.weights.h5'));
  if (keras !== undefined) return readKeras(source, keras);
  return readNpz(source, members);
}

async function readKnown(source: ByteSource, head: Uint8Array, name: string): Promise<WeightsFile> {
  if (isNpy(head)) return readNpy(source, name.replace(/\.npy$/i, ''));
  if (isZip(head)) return readArchive(source);
  if (isHdf5(head)) return readHdf5(source, 'hdf5');
  if (isSafetensors(head)) return readSafetensors(source);
  if (isBarePickle(head)) throw new WeightsFileError('unsupported', 'pickle without zip');
  if (/^\s*<(?:!doctype|html|\?xml|head|body)/i.test(new TextDecoder('latin1').decode(head))) {
    throw new WeightsFileError('web-page');
  }
  if (await isOnnx(source)) return readOnnx(source);
  throw new WeightsFileError('unknown-format');
}

/** `name` becomes the tensor's name in a single `.npy`. For any bytes, throws nothing but WeightsFileError. */
export async function openWeights(source: ByteSource, name: string): Promise<WeightsFile> {
  ensure(source.size > 0, 'truncated');
  const head = await source.read(0, Math.min(512, source.size));
  try {
    const file = await readKnown(source, head, name);
    ensure(file.tensors.length > 0, 'no-tensors');
    return file;
  } catch (problem) {
    if (problem instanceof WeightsFileError) throw problem;
    // A DataView was read past its end: a header states a wrong length.
    if (problem instanceof RangeError) throw new WeightsFileError('damaged');
    throw problem;
  }
}
