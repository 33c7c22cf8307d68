/** Reads a whole tensor, in C order. */
import { valuesOf } from './decode.ts';
import { elementCount } from './tensor.ts';
import type { TensorEntry } from './tensor.ts';

/** Converts memory order to C order. */
function toRowMajor(
  values: Float32Array<ArrayBuffer>,
  { shape, axes }: TensorEntry,
): Float32Array<ArrayBuffer> {
  if (axes.every((axis, index) => axis === index)) return values;
  const strides = shape.map((_, axis) => elementCount(shape.slice(axis + 1)));
  const out = new Float32Array(values.length);
  const index = axes.map(() => 0);
  let target = 0;
  for (const value of values) {
    out[target] = value;
    for (let level = axes.length - 1; level >= 0; level -= 1) {
      const axis = axes[level] ?? 0;
      const stride = strides[axis] ?? 1;
      const next = (index[level] ?? 0) + 1;
      if (next < (shape[axis] ?? 1)) {
        index[level] = next;
        target += stride;
        break;
      }
      target -= stride * (next - 1);
      index[level] = 0;
    }
  }
  return out;
}

/** A tensor's numbers as float32, in C order. Throws WeightsFileError. */
export async function readValues(tensor: TensorEntry): Promise<Float32Array<ArrayBuffer>> {
  const values = new Float32Array(elementCount(tensor.shape));
  let at = 0;
  for await (const piece of valuesOf(tensor)) {
    values.set(piece, at);
    at += piece.length;
  }
  return toRowMajor(values, tensor);
}
