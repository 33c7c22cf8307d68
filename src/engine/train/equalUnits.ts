/** Finds equal units of a layer. */
import type { Kernels } from '../kernels.ts';
import type { Layer } from './network.ts';

/**
 * The class of every unit of a layer, numbered from 0 in the order of their first unit: two units share a
 * class when their incoming weights, biases and outputs over the last `rows` propagated are bitwise equal.
 */
export function equalUnits(
  kernels: Kernels,
  { weights, bias, h, shape: { fanIn, units, places } }: Layer,
  rows: number,
): readonly number[] {
  const w = kernels.fingerprints(weights, units, fanIn, false);
  const b = kernels.fingerprints(bias, units, 1, false);
  const lines = rows * places;
  const o = kernels.fingerprints(kernels.slice(h, 0, lines * units), lines, units, true);
  const seen = new Map<string, number>();
  return Array.from(w, (word, unit) => {
    const key = `${word},${b[unit]},${o[unit]}`;
    const known = seen.get(key) ?? seen.size;
    seen.set(key, known);
    return known;
  });
}
