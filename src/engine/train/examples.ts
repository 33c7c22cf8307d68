/** Where a race's examples come from. */
import { firstOf, originOf, restOf } from '../data/generate.ts';
import { SET_SIZE } from '../data/inputs.ts';
import type { Examples } from '../data/examples.ts';
import type { InputId } from '../types.ts';
import { drawBatch } from './batches.ts';
import { TEST_SIZE } from './testSet.ts';

export interface Source {
  readonly features: number;
  readonly classes: number;
  /** What loss and accuracy are taken on: the whole set, or images no step ever sees. */
  readonly test: Examples;
  /** Writes mini-batch `step` into `values [batch × features]` and `labels`. */
  readonly batch: (step: number, values: Float32Array | Float64Array, labels: Uint8Array) => void;
}

/** Mini-batches drawn from a set with replacement. */
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

/** Throws for noise, which has no labels, and for recorded examples that have not been loaded. */
export function sourceOf(id: InputId, seed: number): Source {
  const input = originOf(id);
  if (input.kind === 'noise')
    throw new Error('a race needs labelled examples; toRaceConfig replaces noise');
  const { features, classes } = input;
  switch (input.kind) {
    case 'set': {
      const test = input.generate(seed, SET_SIZE);
      return { features, classes, test, batch: batchesOf(test, seed) };
    }
    case 'recorded': {
      const all = input.all();
      const batch = batchesOf(firstOf(all, input.training), seed);
      return { features, classes, test: restOf(all, input.training), batch };
    }
    case 'stream':
      return {
        features,
        classes,
        test: input.generate(seed, 0, TEST_SIZE),
        batch(step, values, labels) {
          const drawn = input.generate(seed, TEST_SIZE + step * labels.length, labels.length);
          values.set(drawn.values);
          labels.set(drawn.labels);
        },
      };
  }
}
