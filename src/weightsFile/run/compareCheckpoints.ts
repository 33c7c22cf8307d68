/** Compares the checkpoints of one run with the first of them, tensor by tensor. */
import { layoutsOf } from '../measure/layout.ts';
import type { AxisOrder, TensorLayout } from '../measure/layout.ts';
import { WeightsFileError } from '../read/failure.ts';
import type { Failure } from '../read/failure.ts';
import { openWeights } from '../read/openWeights.ts';
import { DTYPE_BYTES, elementCount } from '../read/tensor.ts';
import type { TensorEntry, WeightsFile } from '../read/tensor.ts';
import type { NamedSource } from '../spectrum/readSpectra.ts';
import { distanceOf } from './distance.ts';

/** One tensor in one checkpoint. */
export interface Moment {
  /** Root mean square of its numbers. */
  readonly rms: number;
  /** ‖W − W₀‖ / ‖W₀‖; 0 in the first checkpoint, ∞ if W₀ is zero and W is not. */
  readonly moved: number;
  /** Cosine between W and W₀; NaN if one of them is zero. */
  readonly cosine: number;
}

export interface TensorPath {
  readonly name: string;
  readonly shape: readonly number[];
  readonly kind: TensorLayout['kind'];
  /** One for each checkpoint; `null` if it has no tensor of this name and shape. */
  readonly moments: readonly (Moment | null)[];
}

/** A checkpoint that could not be read, or only in part. */
export interface Unread {
  readonly name: string;
  readonly failure: Failure;
}

export interface RunComparison {
  readonly checkpoints: readonly string[];
  /** In the order of the first checkpoint. */
  readonly tensors: readonly TensorPath[];
  /** Names in a later checkpoint that the first one lacks, or has with another shape. */
  readonly unmatched: readonly string[];
  readonly unread: readonly Unread[];
}

interface Opened {
  readonly name: string;
  readonly file: WeightsFile;
}

const bytesOf = (tensors: readonly TensorEntry[]): number =>
  tensors.reduce((sum, { shape, dtype }) => sum + elementCount(shape) * DTYPE_BYTES[dtype], 0);

const keyOf = ({ name, shape }: Pick<TensorEntry, 'name' | 'shape'>): string =>
  `${name} ${shape.join('×')}`;

async function momentOf(tensor: TensorEntry, start: TensorEntry): Promise<Moment | null> {
  const found = await distanceOf(tensor, start);
  if (found === null) return null;
  const { norm, startNorm, moved, cosine } = found;
  return {
    rms: norm / Math.sqrt(elementCount(tensor.shape)),
    moved: moved === 0 ? 0 : moved / startNorm,
    cosine,
  };
}

/** Records which checkpoints cannot be read, so that the others are still compared. */
class Failures {
  readonly unread: Unread[] = [];

  async tried<T>(name: string, work: Promise<T>): Promise<T | null> {
    try {
      return await work;
    } catch (problem) {
      if (!(problem instanceof WeightsFileError)) throw problem;
      const { failure } = problem;
      if (!this.unread.some((each) => each.name === name)) this.unread.push({ name, failure });
      return null;
    }
  }
}

/** Yields the share that is done, 0 … 1. `sources` must be in the run's order. */
export async function* compareCheckpoints(
  sources: readonly NamedSource[],
  order: AxisOrder | null,
): AsyncGenerator<number, RunComparison, void> {
  const failures = new Failures();
  const opened: Opened[] = [];
  for (const { source, name } of sources) {
    const file = await failures.tried(name, openWeights(source, name));
    if (file !== null) opened.push({ name, file });
  }
  const [first] = opened;
  const starts = first?.file.tensors ?? [];
  const layouts = first === undefined ? [] : layoutsOf(starts, first.file.format, order);
  const moments = starts.map((): (Moment | null)[] => []);
  const total = Math.max(1, bytesOf(starts) * opened.length);
  let done = 0;
  for (const { name, file } of opened) {
    const here = new Map(file.tensors.map((tensor) => [keyOf(tensor), tensor]));
    for (const [index, start] of starts.entries()) {
      const tensor = here.get(keyOf(start));
      moments[index]?.push(
        tensor === undefined ? null : await failures.tried(name, momentOf(tensor, start)),
      );
      done += bytesOf([start]);
      yield done / total;
    }
  }
  const known = new Set(starts.map(keyOf));
  const later = opened.slice(1).flatMap(({ file }) => file.tensors);
  return {
    checkpoints: opened.map(({ name }) => name),
    tensors: starts.map(({ name, shape }, index) => ({
      name,
      shape,
      kind: layouts[index]?.kind ?? 'other',
      moments: moments[index] ?? [],
    })),
    unmatched: [
      ...new Set(later.filter((each) => !known.has(keyOf(each))).map(({ name }) => name)),
    ],
    unread: failures.unread,
  };
}
