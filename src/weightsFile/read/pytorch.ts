/** PyTorch's `.pt` and `.pth` since 1.6: a zip with a pickle that describes the tensors, and one member per storage. */
import { gather } from './decode.ts';
import { ensure, WeightsFileError } from './failure.ts';
import { unpickle } from './pickle.ts';
import type { Pickled, PickledCall } from './pickleMachine.ts';
import { section, streamOf } from './source.ts';
import type { ByteSource, ByteStream } from './source.ts';
import { axesOfStrides, checkedShape, DTYPE_BYTES, elementCount, tensorList } from './tensor.ts';
import type { DType, WeightsFile } from './tensor.ts';
import type { ZipMember } from './zip.ts';

/** Largest pickle in bytes; it does not contain the tensors' numbers. */
const MAX_PICKLE = 1 << 26;
const MAX_NESTS = 5000;
/** Most sizes in a shape; more cannot be a tensor. */
const MAX_SIZES = 32;

const STORAGES: Readonly<Record<string, DType>> = {
  'torch.FloatStorage': 'float32',
  'torch.DoubleStorage': 'float64',
  'torch.HalfStorage': 'float16',
  'torch.BFloat16Storage': 'bfloat16',
  'torch.LongStorage': 'int64',
  'torch.IntStorage': 'int32',
  'torch.ShortStorage': 'int16',
  'torch.CharStorage': 'int8',
  'torch.ByteStorage': 'uint8',
  'torch.BoolStorage': 'bool',
};

export const isPytorch = (members: readonly ZipMember[]): boolean =>
  members.some(({ name }) => /(?:^|\/)data\.pkl$/.test(name));

interface TensorView {
  readonly key: string;
  readonly dtype: DType;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

const isCall = (value: Pickled): value is PickledCall =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'call';

const numbers = (value: Pickled | undefined): readonly number[] | null =>
  Array.isArray(value) &&
  value.length <= MAX_SIZES &&
  value.every((each) => typeof each === 'number')
    ? value
    : null;

/** A tensor's view of its `('storage', FloatStorage, key, device, size)`; `null` if the value is not a tensor. */
function tensorView(value: Pickled): TensorView | null {
  if (!isCall(value)) return null;
  if (value.callee.startsWith('torch._utils._rebuild_parameter')) {
    return tensorView(value.args[0] ?? null);
  }
  if (!value.callee.startsWith('torch._utils._rebuild_tensor')) return null;
  const [storage = null, offset, size, stride] = value.args;
  const persistent =
    typeof storage === 'object' &&
    storage !== null &&
    'kind' in storage &&
    storage.kind === 'persistent'
      ? storage.id
      : null;
  const [word, type = null, key] = Array.isArray(persistent) ? persistent : [];
  const typeName =
    typeof type === 'object' && type !== null && 'kind' in type && type.kind === 'global'
      ? type.name
      : '';
  const dtype = STORAGES[typeName];
  const shape = numbers(size);
  const strides = numbers(stride);
  if (word !== 'storage' || dtype === undefined || typeof key !== 'string') return null;
  if (typeof offset !== 'number' || shape === null || strides === null) return null;
  return { key, dtype, offset, shape, strides };
}

/** Every tensor in nested dicts and lists, with the path to it; each dict or list is visited once. */
function* tensorsIn(
  value: Pickled,
  path: string,
  entered: Set<Pickled>,
): Generator<readonly [string, TensorView]> {
  const view = tensorView(value);
  if (view !== null) {
    yield [path, view];
    return;
  }
  if (typeof value !== 'object' || entered.has(value) || entered.size > MAX_NESTS) return;
  entered.add(value);
  const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) yield* tensorsIn(each, below(String(i)), entered);
  }
  const map = value instanceof Map ? value : isCall(value) ? value.items : null;
  for (const [key, each] of map ?? []) {
    if (typeof key === 'string' || typeof key === 'number') {
      yield* tensorsIn(each, below(String(key)), entered);
    }
  }
}

/** Keys under which checkpoints often store the state dict; they are removed from names. */
const WRAPPERS = /^(?:(?:model_)?state_dict|model|net|module|weights)\./;

/** Lists the tensors of a checkpoint. Throws WeightsFileError. */
export async function readPytorch(
  source: ByteSource,
  members: readonly ZipMember[],
): Promise<WeightsFile> {
  const pickle = members.find(({ name }) => /(?:^|\/)data\.pkl$/.test(name));
  ensure(pickle !== undefined, 'damaged', 'data.pkl');
  const root = pickle.name.slice(0, -'data.pkl'.length);
  const byName = new Map(members.map((member) => [member.name, member]));
  const order = byName.get(`${root}byteorder`);
  const bigEndian =
    order !== undefined && new TextDecoder().decode(await gather(order.stream(), 64)) === 'big';
  const value = unpickle(await gather(pickle.stream(), MAX_PICKLE));
  const list = tensorList();
  for (const [path, view] of tensorsIn(value, '', new Set())) {
    const name = path === '' ? 'tensor' : path.replace(WRAPPERS, '');
    const { dtype, offset, shape } = view;
    checkedShape(shape, name);
    const axes = axesOfStrides(shape, view.strides);
    const storage = byName.get(`${root}data/${view.key}`);
    if (axes === null || storage === undefined) {
      list.skip(name);
      continue;
    }
    const size = DTYPE_BYTES[dtype];
    const length = elementCount(shape) * size;
    ensure(Number.isSafeInteger(offset * size) && offset >= 0, 'damaged', name);
    ensure(offset * size + length <= storage.size, 'truncated', name);
    const bytes = () => storageStream(source, storage, offset * size, length);
    list.add({ name, shape, dtype, bigEndian, axes, bytes, use: null });
  }
  return list.file('pytorch');
}

/** torch.save stores members without compression; archives compressed afterwards are refused. */
async function* storageStream(
  source: ByteSource,
  storage: ZipMember,
  offset: number,
  length: number,
): ByteStream {
  if (!storage.stored) throw new WeightsFileError('unsupported', 'compressed storage');
  const place = await storage.place();
  yield* streamOf(section(source, place.start, place.length), offset, length);
}
