/** Hugging Face's `.safetensors`: the length of the header in eight bytes, a JSON header, the elements. */
import { ensure, WeightsFileError } from './failure.ts';
import { isRange, streamOf, uint64, viewOf } from './source.ts';
import type { ByteSource } from './source.ts';
import {
  checkedShape,
  DTYPE_BYTES,
  elementCount,
  MAX_TENSORS,
  rowMajor,
  tensorList,
} from './tensor.ts';
import type { DType, WeightsFile } from './tensor.ts';

/** The format's own limit. */
const MAX_HEADER = 100_000_000;

const CODES: Readonly<Record<string, DType>> = {
  F64: 'float64',
  F32: 'float32',
  F16: 'float16',
  BF16: 'bfloat16',
  F8_E4M3: 'float8_e4m3',
  F8_E5M2: 'float8_e5m2',
  I64: 'int64',
  I32: 'int32',
  I16: 'int16',
  I8: 'int8',
  U64: 'uint64',
  U32: 'uint32',
  U16: 'uint16',
  U8: 'uint8',
  BOOL: 'bool',
};

/** Whether the file may be in this format: an opening brace follows the eight bytes of the length. */
export const isSafetensors = (head: Uint8Array): boolean =>
  head[8] === 0x7b && /^\{\s*["}]/.test(new TextDecoder('latin1').decode(head.subarray(8, 64)));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number');

function parseHeader(text: string): Readonly<Record<string, unknown>> {
  try {
    const header: unknown = JSON.parse(text);
    if (isRecord(header)) return header;
  } catch {
    // Reported below.
  }
  throw new WeightsFileError('damaged', 'safetensors header');
}

/** Lists the tensors of a file. Throws WeightsFileError. */
export async function readSafetensors(source: ByteSource): Promise<WeightsFile> {
  const length = uint64(viewOf(await source.read(0, 8)), 0);
  ensure(isRange(8, length, source.size), 'truncated', 'safetensors header');
  ensure(length <= MAX_HEADER, 'damaged', 'safetensors header');
  const header = parseHeader(new TextDecoder().decode(await source.read(8, length)));
  const names = Object.keys(header).filter((name) => name !== '__metadata__');
  ensure(names.length <= MAX_TENSORS, 'too-many-tensors');
  const list = tensorList();
  const data = 8 + length;
  for (const name of names) {
    const entry = header[name];
    ensure(isRecord(entry), 'damaged', name);
    const { dtype: code, shape, data_offsets: offsets } = entry;
    ensure(typeof code === 'string' && isNumbers(shape) && isNumbers(offsets), 'damaged', name);
    const dtype = CODES[code];
    if (dtype === undefined) {
      list.skip(name);
      continue;
    }
    const [begin = Number.NaN, end = Number.NaN] = offsets;
    const bytes = elementCount(checkedShape(shape, name)) * DTYPE_BYTES[dtype];
    ensure(begin >= 0 && end - begin === bytes, 'damaged', name);
    ensure(isRange(data + begin, bytes, source.size), 'truncated', name);
    list.add({
      name,
      shape,
      dtype,
      bigEndian: false,
      axes: rowMajor(shape.length),
      bytes: () => streamOf(source, data + begin, bytes),
      use: null,
    });
  }
  return list.file('safetensors');
}
