/** Where a race's examples come from. */
import { inputOf, SET_SIZE } from '../data/inputs.ts';
import type { Examples } from '../data/examples.ts';
import type { InputId } from '../types.ts';
import { drawBatch } from './batches.ts';

/** Images on which a network that learns from a stream is tested. */
export const TEST_SIZE = 512;

export interface Source {
  readonly features: number;
  readonly classes: number;
  /** What loss and accuracy are taken on: the whole set, or images no step ever sees. */
  readonly test: Examples;
  /** Writes mini-batch `step` into `values [batch × features]` and `labels`. */
  readonly batch: (step: number, values: Float32Array | Float64Array, labels: Uint8Array) => void;
}

/** Throws for noise, which has no labels. */
export function sourceOf(id: InputId, seed: number): Source {
  const input = inputOf(id);
  if (input.kind === 'noise') throw new Error('a race needs labelled examples');
  const { features, classes } = input;
  if (input.kind === 'stream') {
    const test = input.generate(seed, 0, TEST_SIZE);
    return {
      features,
      classes,
      test,
      batch(step, values, labels) {
        const drawn = input.generate(seed, TEST_SIZE + step * labels.length, labels.length);
        values.set(drawn.values);
        labels.set(drawn.labels);
      },
    };
  }
  const test = input.generate(seed, SET_SIZE);
  let indices = new Uint32Array(0);
  return {
    features,
    classes,
    test,
    batch(step, values, labels) {
      if (indices.length !== labels.length) indices = new Uint32Array(labels.length);
      drawBatch(seed, step, test.count, indices);
      for (let row = 0; row < indices.length; row += 1) {
        const from = (indices[row] ?? 0) * features;
        for (let i = 0; i < features; i += 1) {
          values[row * features + i] = test.values[from + i] ?? 0;
        }
        labels[row] = test.labels[indices[row] ?? 0] ?? 0;
      }
    },
  };
}
