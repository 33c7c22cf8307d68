/** The examples of every input: its row in inputs.ts, together with what generates or fetches them. */
import { bits, stream } from '../rng.ts';
import type { InputId } from '../types.ts';
import { digits, loadDigits } from './digits.ts';
import type { Examples } from './examples.ts';
import { pick } from './examples.ts';
import { INPUTS, SET_SIZE } from './inputs.ts';
import type { Input } from './inputs.ts';
import { BLOBS, CIRCLE, generatePoints, MOONS, SPIRALS, XOR } from './points.ts';
import type { PointSet } from './points.ts';
import { generateShapes } from './shapeset.ts';

type Row<Kind extends Input['kind']> = Extract<Input, { readonly kind: Kind }>;

type Origin =
  | Row<'noise'>
  | (Row<'set'> & {
      readonly generate: (seed: number, count: number, imbalance?: number) => Examples;
    })
  | (Row<'stream'> & {
      readonly generate: (
        seed: number,
        first: number,
        count: number,
        imbalance?: number,
      ) => Examples;
    })
  /** `all` throws unless `load` has completed. */
  | (Row<'recorded'> & { readonly load: () => Promise<void>; readonly all: () => Examples });

const planar = (row: Row<'set'>, set: PointSet): Origin => ({
  ...row,
  generate: (seed: number, count: number, imbalance?: number) =>
    generatePoints(set, seed, count, imbalance),
});

const ORIGINS = {
  gaussian: INPUTS.gaussian,
  uniform: INPUTS.uniform,
  circle: planar(INPUTS.circle, CIRCLE),
  moons: planar(INPUTS.moons, MOONS),
  spirals: planar(INPUTS.spirals, SPIRALS),
  xor: planar(INPUTS.xor, XOR),
  blobs: planar(INPUTS.blobs, BLOBS),
  shapeset: { ...INPUTS.shapeset, generate: generateShapes },
  digits: { ...INPUTS.digits, load: loadDigits, all: digits },
} as const satisfies Record<InputId, Origin>;

/** Where the examples of an input come from. */
export function originOf(id: InputId): Origin {
  return ORIGINS[id];
}

/** Thrown by `loadInputs` when a file cannot be fetched. */
export class DataUnavailable extends Error {
  readonly input: InputId;
  constructor(input: InputId) {
    super(`the file of ${input} did not come`);
    this.name = 'DataUnavailable';
    this.input = input;
  }
}

/** Fetches the files these inputs need; most need none. Rejects with DataUnavailable. */
export async function loadInputs(ids: readonly InputId[]): Promise<void> {
  for (const id of new Set(ids)) {
    const input = originOf(id);
    if (input.kind !== 'recorded') continue;
    try {
      await input.load();
    } catch {
      throw new DataUnavailable(id);
    }
  }
}

/** The whole set for this seed; for recorded examples, the training part. */
function wholeSet(
  input: Exclude<Origin, { readonly kind: 'noise' | 'stream' }>,
  seed: number,
): Examples {
  if (input.kind === 'set') return input.generate(seed, SET_SIZE);
  return firstOf(input.all(), input.training);
}

/** The first `count` examples. */
export function firstOf(examples: Examples, count: number): Examples {
  const values = examples.values.subarray(0, count * examples.features);
  return { ...examples, count, values, labels: examples.labels.subarray(0, count) };
}

/** All but the first `count` examples. */
export function restOf(examples: Examples, count: number): Examples {
  const values = examples.values.subarray(count * examples.features);
  const labels = examples.labels.subarray(count);
  return { ...examples, count: examples.count - count, values, labels };
}

/**
 * The lab's batch: the first `batch` examples. If the set has fewer, all of them once, and the rest drawn
 * from it with replacement. `null` for noise, which has no fixed examples.
 */
export function labBatch(id: InputId, seed: number, batch: number): Examples | null {
  const input = originOf(id);
  if (input.kind === 'noise') return null;
  if (input.kind === 'stream') return input.generate(seed, 0, batch);
  const set = wholeSet(input, seed);
  const key = stream(seed, 0, 'batches');
  const indices = Array.from({ length: batch }, (_, i) =>
    i < set.count ? i : Math.floor((bits(key, i) / 0x100000000) * set.count),
  );
  return pick(set, indices);
}
