/** Sizes and limits for the evaluation of a race, which do not need the examples themselves. */
import { inputOf, SET_SIZE } from '../data/inputs.ts';
import type { InputId } from '../types.ts';

/** Number of test images for a network that learns from a stream. */
export const TEST_SIZE = 512;

/** Number of test examples; 0 for noise. */
export function testSize(id: InputId): number {
  const input = inputOf(id);
  switch (input.kind) {
    case 'noise':
      return 0;
    case 'set':
      return SET_SIZE;
    case 'stream':
      return TEST_SIZE;
    case 'recorded':
      return input.count - input.training;
  }
}

/** Lower for the digits: on unseen handwriting the accuracy stays below that on the training pictures. */
const LEARNED: Readonly<Partial<Record<InputId, number>>> = { digits: 0.9 };

/** Accuracy on the test examples from which a network counts as having learned. */
export const learnedShare = (id: InputId): number => LEARNED[id] ?? 0.95;

/** Steps between two records. */
export const RECORD_EVERY = 50;

/** Whether a record of this step belongs to the results: step 0, every RECORD_EVERY steps and the last one. */
export const isRecorded = (step: number, steps: number): boolean =>
  step % RECORD_EVERY === 0 || step === steps;

/** Further records at the start of a race on the page, so that its curves begin although steps are slow. */
export const EARLY_STEPS = [2, 20] as const;
