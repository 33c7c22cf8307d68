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
  const words = (hashes: BigUint64Array<ArrayBuffer>): Uint32Array =>
    new Uint32Array(hashes.buffer);
  const w = words(kernels.fingerprints(weights, units, fanIn, false));
  const b = words(kernels.fingerprints(bias, units, 1, false));
  const lines = rows * places;
  const o = words(kernels.fingerprints(kernels.slice(h, 0, lines * units), lines, units, true));
  const part = (at: number): number =>
    ((w[at] ?? 0) + Math.imul(b[at] ?? 0, 3) + Math.imul(o[at] ?? 0, 5)) >>> 0;
  const seen = new Map<number, number>();
  return Array.from({ length: units }, (_, unit) => {
    // 53 bits of three 64-bit hashes fit in a number, which is a cheaper key than a string.
    const key = (part(2 * unit) & 0x1fffff) * 2 ** 32 + part(2 * unit + 1);
    const known = seen.get(key) ?? seen.size;
    seen.set(key, known);
    return known;
  });
}
