/** The inputs: one table gives the menu, the values in links and their properties; the examples are in generate.ts. */
import type { InputId } from '../types.ts';
import {
  DIGITS_CLASSES,
  DIGITS_COUNT,
  DIGITS_SIDE,
  DIGITS_TRAINING,
  SHAPESET_CLASS_COUNT,
  SHAPESET_SIZE,
} from './sizes.ts';

export type Input =
  /** N(0, 1), or U(−√3, √3): mean 0, variance 1, any number of features, no labels. */
  | { readonly kind: 'noise'; readonly distribution: 'gaussian' | 'uniform' }
  /** A set of SET_SIZE points per seed. */
  | {
      readonly kind: 'set';
      readonly side: null;
      readonly features: number;
      readonly classes: number;
    }
  /** An endless stream per seed. */
  | {
      readonly kind: 'stream';
      /** Side of a `side × side` picture of one channel; `null` if the examples are not pictures. */
      readonly side: number | null;
      readonly features: number;
      readonly classes: number;
    }
  /** Recorded data, the same for every seed, from a file that `loadInputs` fetches. */
  | {
      readonly kind: 'recorded';
      readonly side: number | null;
      readonly features: number;
      readonly classes: number;
      readonly count: number;
      /** Number of training examples; they come first, the rest are for testing. */
      readonly training: number;
    };

/** Side of the noise pictures that a convolution takes; the number of channels is a setting. */
export const NOISE_SIDE = 8;

/** Points in a labelled set. */
export const SET_SIZE = 400;

const planar = <const Classes extends number>(classes: Classes) =>
  ({ kind: 'set', side: null, features: 2, classes }) as const;

export const INPUTS = {
  gaussian: { kind: 'noise', distribution: 'gaussian' },
  uniform: { kind: 'noise', distribution: 'uniform' },
  circle: planar(2),
  moons: planar(2),
  spirals: planar(2),
  xor: planar(2),
  blobs: planar(3),
  shapeset: {
    kind: 'stream',
    side: SHAPESET_SIZE,
    features: SHAPESET_SIZE * SHAPESET_SIZE,
    classes: SHAPESET_CLASS_COUNT,
  },
  digits: {
    kind: 'recorded',
    side: DIGITS_SIDE,
    features: DIGITS_SIDE * DIGITS_SIDE,
    classes: DIGITS_CLASSES,
    count: DIGITS_COUNT,
    training: DIGITS_TRAINING,
  },
} as const satisfies Record<InputId, Input>;

/** The row of one input, with the table's general type. */
export function inputOf(id: InputId): Input {
  return INPUTS[id];
}

/** Whether its examples have labels. */
export const isLabelled = (id: InputId): boolean => inputOf(id).kind !== 'noise';
