/** Decodes bytes to numbers. */
import { DTYPE_BYTES } from './tensor.ts';
import type { DType, TensorEntry } from './tensor.ts';
import { ensure } from './failure.ts';
import type { ByteStream } from './source.ts';
import { elementCount } from './tensor.ts';
import { viewOf } from './source.ts';

export type Values = Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** Decodes a small IEEE 754 float: a sign bit, then the exponent, then the mantissa. */
function smallFloat(code: number, exponentBits: number, mantissaBits: number): number {
  const sign = code >> (exponentBits + mantissaBits) === 0 ? 1 : -1;
  const exponent = (code >> mantissaBits) & ((1 << exponentBits) - 1);
  const mantissa = code & ((1 << mantissaBits) - 1);
  const bias = (1 << (exponentBits - 1)) - 1;
  if (exponent === (1 << exponentBits) - 1) return mantissa === 0 ? sign * Infinity : Number.NaN;
  if (exponent === 0) return sign * mantissa * 2 ** (1 - bias - mantissaBits);
  return sign * (1 + mantissa / (1 << mantissaBits)) * 2 ** (exponent - bias);
}

/** float8 e4m3fn (Micikevicius et al. 2022): no infinities, and only S.1111.111 is NaN. */
function e4m3(code: number): number {
  if ((code & 0x7f) === 0x7f) return Number.NaN;
  const exponent = (code >> 3) & 15;
  const sign = code < 128 ? 1 : -1;
  return exponent === 15 ? sign * (1 + (code & 7) / 8) * 256 : smallFloat(code, 4, 3);
}

const table = (length: number, of: (code: number) => number) =>
  Float32Array.from({ length }, (_, i) => of(i));
let half: Float32Array<ArrayBuffer> | null = null;
const halfTable = (): Float32Array<ArrayBuffer> =>
  (half ??= table(65_536, (code) => smallFloat(code, 5, 10)));
let eight: Record<'float8_e4m3' | 'float8_e5m2', Float32Array<ArrayBuffer>> | null = null;
const eightTables = () =>
  (eight ??= {
    float8_e4m3: table(256, e4m3),
    float8_e5m2: table(256, (code) => smallFloat(code, 5, 2)),
  });

const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Swaps the bytes of every element in place. */
function swap(bytes: Uint8Array, size: number): void {
  for (let start = 0; start < bytes.length; start += size) {
    bytes.subarray(start, start + size).reverse();
  }
}

/** `bytes` must hold whole elements. float64 and wide integers become float64, all other types float32, exactly. */
export function decode(bytes: Uint8Array<ArrayBuffer>, dtype: DType, bigEndian: boolean): Values {
  const size = DTYPE_BYTES[dtype];
  const whole = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  if (size > 1 && bigEndian === isLittleEndian) swap(whole, size);
  const count = whole.length / size;
  const { buffer, byteOffset } = whole;
  switch (dtype) {
    case 'float32':
      return new Float32Array(buffer, byteOffset, count);
    case 'float64':
      return new Float64Array(buffer, byteOffset, count);
    case 'float16': {
      const values = halfTable();
      return Float32Array.from(
        new Uint16Array(buffer, byteOffset, count),
        (code) => values[code] ?? 0,
      );
    }
    case 'bfloat16': {
      const codes = new Uint16Array(buffer, byteOffset, count);
      const out = new Uint32Array(count);
      for (let i = 0; i < count; i += 1) out[i] = (codes[i] ?? 0) << 16;
      return new Float32Array(out.buffer);
    }
    case 'float8_e4m3':
    case 'float8_e5m2': {
      const values = eightTables()[dtype];
      return Float32Array.from(whole, (code) => values[code] ?? 0);
    }
    case 'int64':
    case 'uint64': {
      const view = viewOf(whole);
      const signed = dtype === 'int64';
      return Float64Array.from({ length: count }, (_, i) =>
        Number(
          signed
            ? view.getBigInt64(i * 8, isLittleEndian)
            : view.getBigUint64(i * 8, isLittleEndian),
        ),
      );
    }
    case 'int32':
      return Float64Array.from(new Int32Array(buffer, byteOffset, count));
    case 'uint32':
      return Float64Array.from(new Uint32Array(buffer, byteOffset, count));
    case 'int16':
      return Float32Array.from(new Int16Array(buffer, byteOffset, count));
    case 'uint16':
      return Float32Array.from(new Uint16Array(buffer, byteOffset, count));
    case 'int8':
      return Float32Array.from(new Int8Array(buffer, byteOffset, count));
    case 'uint8':
    case 'bool':
      return Float32Array.from(whole);
  }
}

/** A tensor's numbers in memory order, in pieces; throws if their count differs from that of its shape. */
export async function* valuesOf(tensor: TensorEntry): AsyncGenerator<Values, void, void> {
  const size = DTYPE_BYTES[tensor.dtype];
  const expected = elementCount(tensor.shape) * size;
  let seen = 0;
  let rest = new Uint8Array(0);
  for await (const piece of tensor.bytes()) {
    seen += piece.length;
    ensure(seen <= expected, 'damaged', tensor.name);
    let bytes = piece;
    if (rest.length > 0) {
      bytes = new Uint8Array(rest.length + piece.length);
      bytes.set(rest);
      bytes.set(piece, rest.length);
    }
    const usable = bytes.length - (bytes.length % size);
    if (usable > 0) yield decode(bytes.subarray(0, usable), tensor.dtype, tensor.bigEndian);
    rest = bytes.slice(usable);
  }
  ensure(seen === expected, 'truncated', tensor.name);
}

/** All bytes of a stream in one array, at most `limit`. */
export async function gather(stream: ByteStream, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    ensure(length <= limit, 'bomb');
    pieces.push(piece);
  }
  const out = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
