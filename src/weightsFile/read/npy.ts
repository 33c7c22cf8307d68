/** NumPy's `.npy`: a magic string, a header that is a Python dict literal, the elements (numpy/lib/format.py). */
import { ensure } from './failure.ts';
import { streamOf, viewOf } from './source.ts';
import type { ByteSource } from './source.ts';
import { checkedShape, columnMajor, elementCount, DTYPE_BYTES, rowMajor } from './tensor.ts';
import type { DType } from './tensor.ts';

export interface NpyHeader {
  readonly dtype: DType;
  readonly bigEndian: boolean;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  /** Bytes before the first element. */
  readonly start: number;
}

const MAX_HEADER = 1 << 16;
/** Most bytes that a header can take at the start of a file. */
export const NPY_HEAD = MAX_HEADER + 12;

/** `\x93NUMPY`. */
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
export const isNpy = (head: Uint8Array): boolean =>
  MAGIC.every((byte, index) => head[index] === byte);

const CODES: Readonly<Record<string, DType>> = {
  f8: 'float64',
  f4: 'float32',
  f2: 'float16',
  i8: 'int64',
  i4: 'int32',
  i2: 'int16',
  i1: 'int8',
  u8: 'uint64',
  u4: 'uint32',
  u2: 'uint16',
  u1: 'uint8',
  b1: 'bool',
  // The type under which NumPy saves ml_dtypes' bfloat16.
  V2: 'bfloat16',
};

/** Reads a header from the first bytes of a file; `null` for an array whose elements are not numbers. */
export function readNpyHeader(head: Uint8Array, name: string): NpyHeader | null {
  ensure(isNpy(head), 'damaged', name);
  ensure(head.length >= 12, 'truncated', name);
  const view = viewOf(head);
  const wide = (head[6] ?? 1) >= 2;
  const length = wide ? view.getUint32(8, true) : view.getUint16(8, true);
  const start = (wide ? 12 : 10) + length;
  ensure(length <= MAX_HEADER, 'damaged', name);
  ensure(start <= head.length, 'truncated', name);
  const text = new TextDecoder('latin1').decode(head.subarray(wide ? 12 : 10, start));
  const descr = /['"]descr['"]\s*:\s*['"]([<>|=]?)([a-zA-Z]\d*)['"]/.exec(text);
  const order = /['"]fortran_order['"]\s*:\s*(True|False)/.exec(text);
  const shape = /['"]shape['"]\s*:\s*\(([\d\s,L]*)\)/.exec(text);
  if (descr === null && /['"]descr['"]/.test(text)) return null;
  ensure(descr !== null && order !== null && shape !== null, 'damaged', name);
  const dtype = CODES[descr[2] ?? ''];
  if (dtype === undefined) return null;
  const sizes = (shape[1] ?? '').split(',').map((size) => size.replace('L', '').trim());
  return {
    dtype,
    bigEndian: descr[1] === '>',
    fortran: order[1] === 'True',
    shape: checkedShape(sizes.filter((size) => size !== '').map(Number), name),
    start,
  };
}

export const axesOf = ({ fortran, shape }: NpyHeader): readonly number[] =>
  fortran ? columnMajor(shape.length) : rowMajor(shape.length);

/** Size of the elements in bytes. */
export const npyBytes = ({ dtype, shape }: NpyHeader): number =>
  elementCount(shape) * DTYPE_BYTES[dtype];

/** Streams the bytes of the elements of a `.npy` file. */
export function npyStream(source: ByteSource, header: NpyHeader) {
  return streamOf(source, header.start, npyBytes(header));
}
