/**
 * ONNX: a protocol buffer whose graph holds initializers (onnx.proto3). Fields are read by their tags and lengths;
 * those not needed are skipped, and raw data are read only later, in slices.
 */
import { ensure, WeightsFileError } from './failure.ts';
import { isRange, withPageCache, streamOf } from './source.ts';
import type { ByteSource, ByteStream } from './source.ts';
import {
  checkedShape,
  DTYPE_BYTES,
  elementCount,
  MAX_TENSORS,
  rowMajor,
  tensorList,
} from './tensor.ts';
import type { DType, TensorEntry, WeightsFile } from './tensor.ts';

const DATA_TYPES: Readonly<Record<number, DType>> = {
  1: 'float32',
  2: 'uint8',
  3: 'int8',
  4: 'uint16',
  5: 'int16',
  6: 'int32',
  7: 'int64',
  9: 'bool',
  10: 'float16',
  11: 'float64',
  12: 'uint32',
  13: 'uint64',
  16: 'bfloat16',
  17: 'float8_e4m3',
  19: 'float8_e5m2',
};

interface Field {
  readonly number: number;
  readonly wire: number;
  /** `start` and `length` are the range of a length-delimited field; `value` is that of a varint. */
  readonly start: number;
  readonly length: number;
  readonly value: number;
}

const MAX_TEXT = 1 << 16;

async function varint(source: ByteSource, at: number): Promise<{ value: number; next: number }> {
  const bytes = await source.read(at, Math.min(10, source.size - at));
  let value = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    value += (byte & 127) * 2 ** (7 * i);
    if (byte < 128) return { value, next: at + i + 1 };
  }
  throw new WeightsFileError('damaged', 'onnx');
}

/** The fields of the message in `[start, end)`. */
async function* fields(source: ByteSource, start: number, end: number): AsyncGenerator<Field> {
  for (let at = start; at < end;) {
    const tag = await varint(source, at);
    const wire = tag.value % 8;
    const number = Math.floor(tag.value / 8);
    if (wire === 0) {
      const { value, next } = await varint(source, tag.next);
      yield { number, wire, start: tag.next, length: next - tag.next, value };
      at = next;
    } else {
      const fixed = wire === 1 ? 8 : wire === 5 ? 4 : null;
      ensure(wire === 2 || fixed !== null, 'damaged', 'onnx');
      const size =
        fixed === null ? await varint(source, tag.next) : { value: fixed, next: tag.next };
      ensure(isRange(size.next, size.value, end), 'truncated', 'onnx');
      yield { number, wire, start: size.next, length: size.value, value: 0 };
      at = size.next + size.value;
    }
  }
}

const text = async (source: ByteSource, { start, length }: Field): Promise<string> =>
  new TextDecoder().decode(await source.read(start, Math.min(length, MAX_TEXT)));

/** The numbers of a repeated varint field, packed or not. */
async function* varints(source: ByteSource, field: Field): AsyncGenerator<number> {
  if (field.wire === 0) yield field.value;
  else {
    for (let at = field.start; at < field.start + field.length;) {
      const { value, next } = await varint(source, at);
      yield value;
      at = next;
    }
  }
}

/** `float_data` and `double_data` are packed little-endian numbers, like raw data. */
const FLOATS: Readonly<Record<number, DType>> = { 4: 'float32', 10: 'float64' };
const RAW = 9;

async function tensor(source: ByteSource, { start, length }: Field): Promise<TensorEntry | string> {
  const shape: number[] = [];
  let dtype: DType | undefined;
  let name = '';
  let data: { readonly start: number; readonly length: number } | null = null;
  let external = false;
  for await (const field of fields(source, start, start + length)) {
    if (field.number === 1) {
      for await (const size of varints(source, field)) {
        ensure(shape.length < 32, 'damaged', 'onnx');
        shape.push(size);
      }
    } else if (field.number === 2) dtype = DATA_TYPES[field.value];
    else if (field.number === 8) name = await text(source, field);
    else if (field.number === RAW) data = field;
    else if (FLOATS[field.number] !== undefined && field.wire === 2) data = field;
    else if (field.number === 13 || (field.number === 14 && field.value === 1)) external = true;
  }
  if (dtype === undefined || external || data === null) return name;
  const bytes = elementCount(checkedShape(shape, name)) * DTYPE_BYTES[dtype];
  ensure(data.length === bytes, 'damaged', name);
  const from = data.start;
  const stream = (): ByteStream => streamOf(source, from, bytes);
  return {
    name,
    shape,
    dtype,
    bigEndian: false,
    axes: rowMajor(shape.length),
    bytes: stream,
    use: null,
  };
}

interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  /** Gemm's attribute `transB`. */
  readonly transposed: boolean;
}

async function node(source: ByteSource, { start, length }: Field): Promise<Node> {
  const inputs: string[] = [];
  let op = '';
  let transposed = false;
  for await (const field of fields(source, start, start + length)) {
    if (field.number === 1 && inputs.length < 8) inputs.push(await text(source, field));
    else if (field.number === 4) op = await text(source, field);
    else if (field.number === 5) {
      let name = '';
      let value = 0;
      for await (const part of fields(source, field.start, field.start + field.length)) {
        if (part.number === 1) name = await text(source, part);
        else if (part.number === 3) ({ value } = part);
      }
      if (name === 'transB') transposed = value === 1;
    }
  }
  return { op, inputs, transposed };
}

/** The order of a matrix's axes by the node that uses it: MatMul, and Gemm without transB, have `[in × out]`. */
function orderIn(user: Node | undefined): TensorEntry['use'] {
  if (user === undefined) return null;
  if (user.op === 'MatMul') return 'in-out';
  if (user.op === 'Gemm') return user.transposed ? 'out-in' : 'in-out';
  return user.op === 'Conv' ? 'out-in' : null;
}

const GRAPH = 7;
const NODE = 1;
const INITIALIZER = 5;

/** Whether the first fields are those of a model; a protocol buffer has no signature. */
export async function isOnnx(source: ByteSource): Promise<boolean> {
  try {
    let seen = 0;
    for await (const field of fields(withPageCache(source), 0, source.size)) {
      if (field.number === GRAPH && field.wire === 2) return field.length > 0;
      seen += 1;
      if (field.number > 30 || seen > 64) return false;
    }
  } catch {
    // Not a protocol buffer.
  }
  return false;
}

/** Lists the initializers of a model. Throws WeightsFileError. */
export async function readOnnx(whole: ByteSource): Promise<WeightsFile> {
  const source = withPageCache(whole);
  const list = tensorList();
  const nodes: Node[] = [];
  const found: TensorEntry[] = [];
  for await (const graph of fields(source, 0, source.size)) {
    if (graph.number !== GRAPH || graph.wire !== 2) continue;
    for await (const field of fields(source, graph.start, graph.start + graph.length)) {
      if (field.wire !== 2) continue;
      if (field.number === NODE && nodes.length < MAX_TENSORS)
        nodes.push(await node(source, field));
      if (field.number !== INITIALIZER) continue;
      const each = await tensor(source, field);
      if (typeof each === 'string') list.skip(each);
      else {
        ensure(found.length < MAX_TENSORS, 'too-many-tensors');
        found.push(each);
      }
    }
  }
  const users = new Map(nodes.map((each) => [each.inputs[1] ?? '', each]));
  for (const each of found) list.add({ ...each, use: orderIn(users.get(each.name)) });
  return list.file('onnx');
}
