/** What a race is judged on and how often: known before an example is there. */
import { inputOf, SET_SIZE } from '../data/inputs.ts';
import type { InputId } from '../types.ts';

/** Images on which a network that learns from a stream is tested. */
export const TEST_SIZE = 512;

/** How many examples loss and accuracy are taken on; 0 for noise. */
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

/** Of handwriting a network has learned less when it knows the pictures it was trained on. */
const LEARNED: Readonly<Partial<Record<InputId, number>>> = { digits: 0.9 };

/** A network has learned when it is right on this share of the test examples. */
export const learnedShare = (id: InputId): number => LEARNED[id] ?? 0.95;

/** Steps between two records. */
export const RECORD_EVERY = 50;
