/** Writes `.safetensors`: the header's length in eight bytes, a JSON header padded to 8 bytes, the elements. */
import type { MadeTensor } from './madeTensor.ts';

/** The parts of the file, in order; the numbers are not copied. */
export function safetensorsParts(
  tensors: readonly MadeTensor[],
): readonly Uint8Array<ArrayBuffer>[] {
  let offset = 0;
  const header = Object.fromEntries(
    tensors.map(({ name, shape, values }) => {
      const begin = offset;
      offset += values.byteLength;
      return [name, { dtype: 'F32', shape, data_offsets: [begin, offset] }];
    }),
  );
  const text = JSON.stringify({ __metadata__: { format: 'pt', writer: 'init-lab' }, ...header });
  const plain = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil(plain.length / 8) * 8).fill(0x20);
  padded.set(plain);
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(padded.length), true);
  return [
    length,
    padded,
    ...tensors.map(
      ({ values }) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    ),
  ];
}
