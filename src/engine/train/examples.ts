/** The examples of a race. */
import { firstOf, originOf, restOf } from '../data/generate.ts';
import { SET_SIZE } from '../data/inputs.ts';
import type { Examples } from '../data/examples.ts';
import { classShares, thinLastClass } from '../data/examples.ts';
import type { InputId } from '../types.ts';
import { drawBatch } from './batches.ts';
import { TEST_SIZE } from './testSet.ts';

export interface Source {
  readonly features: number;
  readonly classes: number;
  /** Share of each class in the training examples. */
  readonly shares: readonly number[];
  /** Examples for loss and accuracy: the whole set, or images that are never used in training. */
  readonly test: Examples;
  /** Writes mini-batch `step` into `values [batch × features]` and `labels`. */
  readonly batch: (step: number, values: Float32Array | Float64Array, labels: Uint8Array) => void;
}

/** A function that draws mini-batches from a set with replacement. */
function batchesOf({ count, features, ...set }: Examples, seed: number): Source['batch'] {
  let indices = new Uint32Array(0);
  return (step, values, labels) => {
    if (indices.length !== labels.length) indices = new Uint32Array(labels.length);
    drawBatch(seed, step, count, indices);
    for (let row = 0; row < indices.length; row += 1) {
      const from = (indices[row] ?? 0) * features;
      for (let i = 0; i < features; i += 1) {
        values[row * features + i] = set.values[from + i] ?? 0;
      }
      labels[row] = set.labels[indices[row] ?? 0] ?? 0;
    }
  };
}

/** Share of each class among the examples of a set. */
function sharesOf({ labels, classes, count }: Examples): readonly number[] {
  const counts = Array.from({ length: classes }, () => 0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts.map((each) => each / count);
}

/**
 * The examples of an input; `imbalance` as in TrainSettings. Throws for noise, which has no labels, and for recorded
 * examples that have not been loaded.
 */
export function sourceOf(id: InputId, seed: number, imbalance: number = 1): Source {
  const input = originOf(id);
  if (input.kind === 'noise')
    throw new Error('a race needs labelled examples; toRaceConfig replaces noise');
  const { features, classes } = input;
  switch (input.kind) {
    case 'set': {
      const test = input.generate(seed, SET_SIZE, imbalance);
      return { features, classes, shares: sharesOf(test), test, batch: batchesOf(test, seed) };
    }
    case 'recorded': {
      const all = input.all();
      const training = thinLastClass(firstOf(all, input.training), imbalance);
      const test = thinLastClass(restOf(all, input.training), imbalance);
      return {
        features,
        classes,
        shares: sharesOf(training),
        test,
        batch: batchesOf(training, seed),
      };
    }
    case 'stream':
      return {
        features,
        classes,
        shares: classShares(classes, imbalance),
        test: input.generate(seed, 0, TEST_SIZE, imbalance),
        batch(step, values, labels) {
          const drawn = input.generate(
            seed,
            TEST_SIZE + step * labels.length,
            labels.length,
            imbalance,
          );
          values.set(drawn.values);
          labels.set(drawn.labels);
        },
      };
  }
}
