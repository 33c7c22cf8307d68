import { expect, test } from 'vitest';
import { shortNames } from './shortNames.ts';

test.each([
  [
    ['run_step_100.pt', 'run_step_130.pt'],
    ['100', '130'],
  ],
  [
    ['init.npz', 'final.npz'],
    ['init', 'final'],
  ],
  [
    ['model.weights.h5', 'model.keras'],
    ['model.weights.h5', 'model.keras'],
  ],
  [
    ['net.pt', 'net2.pt'],
    ['net.pt', 'net2.pt'],
  ],
])('%j', (names, wanted) => expect(shortNames(names)).toEqual(wanted));
