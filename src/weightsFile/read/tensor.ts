/** The list of tensors in a file, known before any numbers are read. */
import { ensure } from './failure.ts';
import type { ByteStream } from './source.ts';

export const DTYPES = [
  'float64',
  'float32',
  'float16',
  'bfloat16',
  'float8_e4m3',
  'float8_e5m2',
  'int64',
  'int32',
  'int16',
  'int8',
  'uint64',
  'uint32',
  'uint16',
  'uint8',
  'bool',
] as const;
export type DType = (typeof DTYPES)[number];

export const DTYPE_BYTES = {
  float64: 8,
  float32: 4,
  float16: 2,
  bfloat16: 2,
  float8_e4m3: 1,
  float8_e5m2: 1,
  int64: 8,
  int32: 4,
  int16: 2,
  int8: 1,
  uint64: 8,
  uint32: 4,
  uint16: 2,
  uint8: 1,
  bool: 1,
} as const satisfies Record<DType, number>;

export const isFloating = (dtype: DType): boolean =>
  dtype.startsWith('float') || dtype === 'bfloat16';

export const FORMATS = ['npy', 'npz', 'safetensors', 'pytorch', 'keras', 'hdf5', 'onnx'] as const;
export type Format = (typeof FORMATS)[number];

export interface TensorEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly bigEndian: boolean;
  /** Axes from the slowest in memory to the fastest: `[0, 1]` is C order, `[1, 0]` Fortran's. */
  readonly axes: readonly number[];
  /** The elements' bytes in memory order, `count · DTYPE_BYTES` of them. */
  readonly bytes: () => ByteStream;
  /** How the graph uses the matrix: x · W (`[in × out]`) or x · Wᵀ (`[out × in]`); `null` if the file has no graph. */
  readonly use: 'in-out' | 'out-in' | null;
}

export interface WeightsFile {
  readonly format: Format;
  readonly tensors: readonly TensorEntry[];
  /** Names of entries that are not tensors of numbers, or are of a kind that is not supported. */
  readonly skipped: readonly string[];
}

export const MAX_TENSORS = 20_000;
const MAX_RANK = 12;
/** Longest name, in characters. */
const MAX_NAME = 400;

export const elementCount = (shape: readonly number[]): number =>
  shape.reduce((product, size) => product * size, 1);

/** Checks a shape read from a file: the sizes must be integers, with a plausible rank and product. */
export function checkedShape(shape: readonly number[], name: string): readonly number[] {
  const whole = shape.every((size) => Number.isSafeInteger(size) && size >= 0);
  ensure(whole && shape.length <= MAX_RANK, 'damaged', `${shortName(name)}: shape`);
  ensure(Number.isSafeInteger(elementCount(shape) * 8), 'damaged', `${shortName(name)}: shape`);
  return shape;
}

/** A name cut to MAX_NAME characters. */
export const shortName = (name: string): string =>
  name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME)}…`;

/** Axes in C order. */
export const rowMajor = (rank: number): readonly number[] =>
  Array.from({ length: rank }, (_, i) => i);
export const columnMajor = (rank: number): readonly number[] => rowMajor(rank).toReversed();

/**
 * The order of the axes in memory that strides (in elements) describe, or `null` if the view is not a permutation of
 * a block without gaps.
 */
export function axesOfStrides(
  shape: readonly number[],
  strides: readonly number[],
): readonly number[] | null {
  const axes = rowMajor(shape.length).toSorted((a, b) => {
    // An axis of one element may have any stride; it keeps its place in C order.
    if ((shape[a] ?? 1) === 1 || (shape[b] ?? 1) === 1) return a - b;
    return (strides[b] ?? 0) - (strides[a] ?? 0) || a - b;
  });
  let expected = 1;
  for (const axis of axes.toReversed()) {
    const size = shape[axis] ?? 1;
    if (size !== 1 && strides[axis] !== expected) return null;
    expected *= size;
  }
  return axes;
}

export interface TensorList {
  /** Throws `too-many-tensors`. */
  readonly add: (entry: TensorEntry) => void;
  readonly skip: (name: string) => void;
  readonly file: (format: Format) => WeightsFile;
}

/** Collects tensors; throws if a file holds too many. */
export function tensorList(): TensorList {
  const tensors: TensorEntry[] = [];
  const skipped: string[] = [];
  return {
    add(entry) {
      ensure(tensors.length < MAX_TENSORS, 'too-many-tensors');
      tensors.push({ ...entry, name: shortName(entry.name) });
    },
    skip(name) {
      if (skipped.length < MAX_TENSORS) skipped.push(shortName(name));
    },
    file: (format) => ({ format, tensors, skipped }),
  };
}
