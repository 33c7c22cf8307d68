/** A tensor of a weight file whose values are in memory. */
import type { TensorEntry } from '../../src/weightsFile/read/tensor.ts';
import { rowMajor } from '../../src/weightsFile/read/tensor.ts';

export function memoryTensor(
  name: string,
  shape: readonly number[],
  values: Float32Array<ArrayBuffer>,
): TensorEntry {
  return {
    name,
    shape,
    dtype: 'float32',
    bigEndian: false,
    axes: rowMajor(shape.length),
    async *bytes() {
      yield new Uint8Array(values.slice().buffer);
    },
    use: null,
  };
}
