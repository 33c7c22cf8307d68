/** The spectrum of one tensor; with the initial checkpoint, also that of what training has added to it. */
import type { Tick } from '../../engine/pace.ts';
import { ensure, WeightsFileError } from '../read/failure.ts';
import { openWeights } from '../read/openWeights.ts';
import { readValues } from '../read/readValues.ts';
import type { ByteSource } from '../read/source.ts';
import type { TensorEntry } from '../read/tensor.ts';
import { matrixSides } from './matrixSides.ts';
import type { MatrixSides, MeasuredTensor } from './matrixSides.ts';
import { spectrumOf } from './spectrum.ts';
import type { Spectrum } from './spectrum.ts';

export interface NamedSource {
  readonly source: ByteSource;
  readonly name: string;
}

export interface Added {
  /** ‖W − W₀‖ / ‖W₀‖, over all numbers. */
  readonly share: number;
  /** Spectrum of W − W₀; `null` if nothing has changed. */
  readonly spectrum: Spectrum | null;
}

export interface Spectra {
  readonly own: Spectrum;
  /** `null` without an initial checkpoint, or if it has no tensor of this name and shape. */
  readonly added: Added | null;
}

async function find({ source, name }: NamedSource, tensor: string): Promise<TensorEntry | null> {
  const { tensors } = await openWeights(source, name);
  return tensors.find((each) => each.name === tensor) ?? null;
}

const sumOfSquares = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value * value, 0);

async function* addedTo(
  values: Float32Array<ArrayBuffer>,
  start: TensorEntry,
  { rows, cols }: MatrixSides,
): AsyncGenerator<Tick, Added | null, void> {
  const before = await readValues(start);
  if (before.some((value) => !Number.isFinite(value))) return null;
  const size = sumOfSquares(before);
  for (let i = 0; i < before.length; i += 1) before[i] = (values[i] ?? 0) - (before[i] ?? 0);
  const change = sumOfSquares(before);
  return {
    share: Math.sqrt(change / size),
    spectrum: change === 0 ? null : yield* spectrumOf(before, rows, cols),
  };
}

/** Throws WeightsFileError, `unsupported` if `matrixSides` gives no matrix. */
export async function* readSpectra(
  file: NamedSource,
  start: NamedSource | null,
  tensor: MeasuredTensor,
): AsyncGenerator<Tick, Spectra, void> {
  const sides = matrixSides(tensor);
  if (typeof sides === 'string') throw new WeightsFileError('unsupported', sides);
  const entry = await find(file, tensor.name);
  ensure(entry !== null, 'damaged', tensor.name);
  const values = await readValues(entry);
  const own = yield* spectrumOf(values, sides.rows, sides.cols);
  ensure(own !== null, 'unsupported', 'zero');
  const before = start === null ? null : await find(start, tensor.name);
  const isSame = before !== null && before.shape.join() === entry.shape.join();
  return { own, added: isSame ? yield* addedTo(values, before, sides) : null };
}
