/** The inputs: one table is the menu, the link value and the definition. */
import { bits, stream } from '../rng.ts';
import type { InputId } from '../types.ts';
import {
  DIGITS_CLASSES,
  DIGITS_COUNT,
  DIGITS_SIDE,
  DIGITS_TRAINING,
  digits,
  loadDigits,
} from './digits.ts';
import type { Examples } from './examples.ts';
import type { PointSet } from './points.ts';
import { BLOBS, CIRCLE, MOONS, SPIRALS, XOR, generatePoints } from './points.ts';
import { SHAPESET_CLASSES, SHAPESET_SIZE, generateShapes } from './shapeset.ts';

export type Input =
  /** N(0, 1), or U(−√3, √3): mean 0, variance 1, any number of features, no labels. */
  | { readonly kind: 'noise'; readonly distribution: 'gaussian' | 'uniform' }
  /** A set of SET_SIZE points per seed. */
  | {
      readonly kind: 'set';
      readonly features: number;
      readonly classes: number;
      readonly generate: (seed: number, count: number) => Examples;
    }
  /** An endless stream per seed. */
  | {
      readonly kind: 'stream';
      readonly features: number;
      readonly classes: number;
      readonly generate: (seed: number, first: number, count: number) => Examples;
    }
  /** Recorded, the same for every seed, from a file that `load` fetches; `all` throws before. */
  | {
      readonly kind: 'recorded';
      readonly features: number;
      readonly classes: number;
      readonly count: number;
      /** The first of them are for training, the rest for testing. */
      readonly training: number;
      readonly load: () => Promise<void>;
      readonly all: () => Examples;
    };

/** Points in a labelled set. */
export const SET_SIZE = 400;

const planar = (set: PointSet): Input => ({
  kind: 'set',
  features: 2,
  classes: set.classes,
  generate: (seed, count) => generatePoints(set, seed, count),
});

export const INPUTS = {
  gaussian: { kind: 'noise', distribution: 'gaussian' },
  uniform: { kind: 'noise', distribution: 'uniform' },
  circle: planar(CIRCLE),
  moons: planar(MOONS),
  spirals: planar(SPIRALS),
  xor: planar(XOR),
  blobs: planar(BLOBS),
  shapeset: {
    kind: 'stream',
    features: SHAPESET_SIZE * SHAPESET_SIZE,
    classes: SHAPESET_CLASSES.length,
    generate: generateShapes,
  },
  digits: {
    kind: 'recorded',
    features: DIGITS_SIDE * DIGITS_SIDE,
    classes: DIGITS_CLASSES,
    count: DIGITS_COUNT,
    training: DIGITS_TRAINING,
    load: loadDigits,
    all: digits,
  },
} as const satisfies Record<InputId, Input>;

/** The row of one input, with the table's general type. */
export function inputOf(id: InputId): Input {
  return INPUTS[id];
}

/** Whether its examples have labels. */
export const isLabelled = (id: InputId): boolean => inputOf(id).kind !== 'noise';

/** Thrown by `loadInputs` when a file does not come. */
export class DataUnavailable extends Error {
  readonly input: InputId;
  constructor(input: InputId) {
    super(`the file of ${input} did not come`);
    this.name = 'DataUnavailable';
    this.input = input;
  }
}

/** Fetches what these inputs need from files; nothing for most of them. Rejects with DataUnavailable. */
export async function loadInputs(ids: readonly InputId[]): Promise<void> {
  for (const id of new Set(ids)) {
    const input = inputOf(id);
    if (input.kind !== 'recorded') continue;
    try {
      await input.load();
    } catch {
      throw new DataUnavailable(id);
    }
  }
}

/** Rows of a set by index, in that order. */
export function pick(set: Examples, indices: readonly number[]): Examples {
  const values = new Float32Array(indices.length * set.features);
  indices.forEach((index, row) => {
    const from = index * set.features;
    values.set(set.values.subarray(from, from + set.features), row * set.features);
  });
  const labels = Uint8Array.from(indices, (index) => set.labels[index] ?? 0);
  return { ...set, count: indices.length, values, labels };
}

/** The whole set with this seed; of recorded examples, those for training. */
function wholeSet(
  input: Exclude<Input, { readonly kind: 'noise' | 'stream' }>,
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
 * The lab's batch: the first `batch` examples; where a set has fewer, all of it once and the rest drawn
 * from it with replacement. `null` for noise, which has no examples of its own.
 */
export function labBatch(id: InputId, seed: number, batch: number): Examples | null {
  const input = inputOf(id);
  if (input.kind === 'noise') return null;
  if (input.kind === 'stream') return input.generate(seed, 0, batch);
  const set = wholeSet(input, seed);
  const key = stream(seed, 0, 'batches');
  const indices = Array.from({ length: batch }, (_, i) =>
    i < set.count ? i : Math.floor((bits(key, i) / 0x100000000) * set.count),
  );
  return pick(set, indices);
}
