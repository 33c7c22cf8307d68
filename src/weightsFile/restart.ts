/** Writes the same file with weights drawn by He's rule, for use in the reader's own code. */
import type { Tick } from '../engine/pace.ts';
import { drawNormal } from './drawNormal.ts';
import { layoutsOf } from './measure/layout.ts';
import type { AxisOrder, TensorLayout } from './measure/layout.ts';
import { ensure } from './read/failure.ts';
import { openWeights } from './read/openWeights.ts';
import { readValues } from './read/readValues.ts';
import type { ByteSource } from './read/source.ts';
import { elementCount } from './read/tensor.ts';
import type { TensorEntry } from './read/tensor.ts';
import type { MadeTensor } from './write/madeTensor.ts';

/** Most numbers in a file, since all tensors are in memory at once as float32. */
const MAX_ELEMENTS = 1 << 26;

/** Initial value of a norm's tensor: 1 for its scale and variance, 0 for its shift and mean. */
const normStart = (name: string): number => (/mean|beta|bias|vars\/[12]$/.test(name) ? 0 : 1);

async function* restarted(
  tensor: TensorEntry,
  { kind, fanIn }: TensorLayout,
  seed: number,
  index: number,
): AsyncGenerator<Tick, Float32Array<ArrayBuffer>, void> {
  const length = elementCount(tensor.shape);
  if (kind === 'bias') return new Float32Array(length);
  if (kind === 'norm') return new Float32Array(length).fill(normStart(tensor.name));
  if (kind === 'dense' || kind === 'conv') {
    return yield* drawNormal(length, Math.sqrt(2 / fanIn), seed, index + 1);
  }
  return readValues(tensor);
}

/**
 * Weights are drawn from N(0, 2/fan-in) (He et al. 2015, eq. 10), biases are 0, norms the identity; embeddings and
 * other tensors are unchanged. Throws WeightsFileError.
 */
export async function* restartFromHe(
  source: ByteSource,
  name: string,
  order: AxisOrder | null,
  seed: number,
): AsyncGenerator<Tick, readonly MadeTensor[], void> {
  const { tensors, format } = await openWeights(source, name);
  const total = tensors.reduce((sum, { shape }) => sum + elementCount(shape), 0);
  ensure(total <= MAX_ELEMENTS, 'unsupported', 'more than 256 MB to write');
  const layouts = layoutsOf(tensors, format, order);
  const made: MadeTensor[] = [];
  for (const [index, tensor] of tensors.entries()) {
    const layout = layouts[index];
    if (layout === undefined) continue;
    const values = yield* restarted(tensor, layout, seed, index);
    made.push({ name: tensor.name, shape: tensor.shape, values });
  }
  return made;
}
