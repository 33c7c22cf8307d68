/** A stack of tensors in one block of memory, for both implementations of the kernels. */
import type { ElementType, Tensor } from '../engine/kernels.ts';
import { OutOfMemory } from '../engine/kernels.ts';

/** The memory that holds the numbers; `grow` throws or returns false when there is no more. */
export interface Memory {
  readonly buffer: () => ArrayBuffer;
  readonly grow: (bytes: number) => boolean;
  /** The first free byte. */
  readonly start: number;
}

export interface Stack {
  readonly allocate: (length: number, type: ElementType) => Tensor;
  readonly mark: () => number;
  readonly release: (mark: number) => void;
  readonly slice: (tensor: Tensor, offset: number, length: number) => Tensor;
  readonly view: (tensor: Tensor) => Float32Array | Float64Array;
}

/** One cache line, in bytes: keeps SIMD loads aligned and tensors in separate lines. */
const ALIGNMENT = 64;
/** Vector loads of the kernels may read this many bytes past a tensor's end. */
const BEYOND = 64;
/** Every browser grants a tab this much; addresses beyond would be negative as signed 32-bit integers. */
const MAX_BYTES = 2 * 2 ** 30;

export const bytesOf = (type: ElementType): number => (type === 'f64' ? 8 : 4);

export function createStack(memory: Memory): Stack {
  let top = Math.ceil(memory.start / ALIGNMENT) * ALIGNMENT;
  return {
    allocate(length, type) {
      const bytes = Math.ceil((length * bytesOf(type)) / ALIGNMENT) * ALIGNMENT;
      const pointer = top;
      const end = pointer + bytes;
      if (
        end > MAX_BYTES ||
        (end + BEYOND > memory.buffer().byteLength && !memory.grow(end + BEYOND))
      ) {
        throw new OutOfMemory(bytes);
      }
      top = end;
      new Uint8Array(memory.buffer(), pointer, bytes).fill(0);
      return { pointer, length, type };
    },
    mark: () => top,
    release(mark) {
      top = mark;
    },
    slice: (tensor, offset, length) => ({
      pointer: tensor.pointer + offset * bytesOf(tensor.type),
      length,
      type: tensor.type,
    }),
    view: ({ pointer, length, type }) =>
      type === 'f64'
        ? new Float64Array(memory.buffer(), pointer, length)
        : new Float32Array(memory.buffer(), pointer, length),
  };
}
