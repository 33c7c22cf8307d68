/** The inputs: one table is the menu, the link value and the definition. */
import { bits, stream } from '../rng.ts';
import type { InputId } from '../types.ts';
import type { Examples } from './examples.ts';
import type { PointSet } from './points.ts';
import { BLOBS, CIRCLE, MOONS, SPIRALS, XOR, generatePoints } from './points.ts';
import { SHAPESET_CLASSES, SHAPESET_SIZE, generateShapes } from './shapeset.ts';

export type Input =
  /** N(0, 1), or U(−√3, √3): mean 0, variance 1, any number of features, no labels. */
  | { readonly kind: 'noise'; readonly distribution: 'gaussian' | 'uniform' }
  /** A set of SET_SIZE points a seed. */
  | {
      readonly kind: 'set';
      readonly features: number;
      readonly classes: number;
      readonly generate: (seed: number, count: number) => Examples;
    }
  /** An endless stream a seed. */
  | {
      readonly kind: 'stream';
      readonly features: number;
      readonly classes: number;
      readonly generate: (seed: number, first: number, count: number) => Examples;
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
} as const satisfies Record<InputId, Input>;

/** The row of one input, with the table's general type. */
export function inputOf(id: InputId): Input {
  return INPUTS[id];
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

/**
 * The lab's batch: the first `batch` examples; where a set has fewer, all of it once and the rest drawn
 * from it with replacement. `null` for noise, which has no examples of its own.
 */
export function labBatch(id: InputId, seed: number, batch: number): Examples | null {
  const input = inputOf(id);
  if (input.kind === 'noise') return null;
  if (input.kind === 'stream') return input.generate(seed, 0, batch);
  const key = stream(seed, 0, 'batches');
  const indices = Array.from({ length: batch }, (_, i) =>
    i < SET_SIZE ? i : Math.floor((bits(key, i) / 0x100000000) * SET_SIZE),
  );
  return pick(input.generate(seed, SET_SIZE), indices);
}
