import { elementsPerSlice, TICK } from '../engine/pace.ts';
import type { Tick } from '../engine/pace.ts';
import { normal, stream } from '../engine/rng.ts';

/** Draws the weights of a layer from N(0, std²). */
export function* drawNormal(
  length: number,
  std: number,
  seed: number,
  layer: number,
): Generator<Tick, Float32Array<ArrayBuffer>, void> {
  const key = stream(seed, layer, 'weights');
  const slice = elementsPerSlice('reference', 'f32');
  const values = new Float32Array(length);
  for (let i = 0; i < length; i += 1) {
    if (i % slice === 0) yield TICK;
    values[i] = std * normal(key, i);
  }
  return values;
}
