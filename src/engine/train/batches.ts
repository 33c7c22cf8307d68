/** The examples of each mini-batch: drawn with replacement, the same for every lane with the same seed. */
import { bits, stream } from '../rng.ts';

/** Fills `indices` with the examples of mini-batch `step`, each uniform on 0 … count − 1. */
export function drawBatch(seed: number, step: number, count: number, indices: Uint32Array): void {
  const key = stream(seed, step, 'batches');
  for (let i = 0; i < indices.length; i += 1) {
    indices[i] = Math.floor((bits(key, i) / 0x100000000) * count);
  }
}
