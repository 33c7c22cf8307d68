/** Convolutions: right by their definition, the same wherever a unit or a picture stands. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draws, machines, numbers, tensorOf } from '../../tests/kernels.ts';
import type { ConvShape, ElementType } from '../engine/kernels.ts';

const TYPES = ['f32', 'f64'] as const;
/** Side, channels, units, kernel, batch: one channel, edges of the tiles, more pictures than go at once. */
const SIZES = [
  [1, 1, 1, 1, 1],
  [1, 3, 2, 3, 2],
  [3, 5, 9, 5, 2],
  [4, 1, 16, 3, 5],
  [5, 7, 6, 3, 3],
  [8, 16, 16, 3, 9],
  [8, 8, 12, 1, 3],
  [6, 20, 33, 5, 1],
  [8, 6, 9, 7, 2],
] as const;
const CASES = SIZES.flatMap(([side, channels, units, kernel, batch]) =>
  (['zero', 'circular'] as const).map((padding) => ({
    shape: { side, channels, units, kernel, padding } satisfies ConvShape,
    batch,
  })),
);

interface Sums {
  readonly out: readonly number[];
  /** Sum of the absolute products, for the bound of the error, and how many there were. */
  readonly sizes: readonly number[];
  readonly counts: readonly number[];
}

/** By the definition: every pair of places that a tap joins, in float64. */
function joined(
  { side, channels, units, kernel, padding }: ConvShape,
  batch: number,
  length: number,
  visit: (pair: { out: number; in: number; weight: number }) => readonly [at: number, term: number],
): Sums {
  const [out, sizes, counts] = [0, 0, 0].map(() => Array.from({ length }, () => 0));
  const reach = (kernel - 1) / 2;
  for (let b = 0; b < batch; b += 1) {
    for (let y = 0; y < side; y += 1) {
      for (let x = 0; x < side; x += 1) {
        for (let tap = 0; tap < kernel * kernel; tap += 1) {
          let v = y + Math.floor(tap / kernel) - reach;
          let u = x + (tap % kernel) - reach;
          if (padding === 'zero' && (v < 0 || u < 0 || v >= side || u >= side)) continue;
          v = (v + 5 * side) % side;
          u = (u + 5 * side) % side;
          for (let unit = 0; unit < units; unit += 1) {
            for (let channel = 0; channel < channels; channel += 1) {
              const [at, term] = visit({
                out: ((b * side + y) * side + x) * units + unit,
                in: ((b * side + v) * side + u) * channels + channel,
                weight: (unit * kernel * kernel + tap) * channels + channel,
              });
              out![at]! += term;
              sizes![at]! += Math.abs(term);
              counts![at]! += 1;
            }
          }
        }
      }
    }
  }
  return { out: out!, sizes: sizes!, counts: counts! };
}

/** Largest error over its bound, (n + 2) ε Σ|terms| (Higham 2002, eq. 3.5). */
function worst(found: readonly number[], sums: Sums, type: ElementType): number {
  const epsilon = type === 'f32' ? 2 ** -24 : 2 ** -53;
  return found.reduce((most, x, i) => {
    const error = Math.abs(x - sums.out[i]!);
    const bound = (sums.counts[i]! + 2) * epsilon * sums.sizes[i]!;
    return Math.max(most, error === 0 ? 0 : error / bound);
  }, 0);
}

describe.each(machines)('$build', (kernels) => {
  let start = 0;
  beforeEach(() => {
    start = kernels.mark();
  });
  afterEach(() => kernels.release(start));

  test.each(CASES)('against the definition: $shape, $batch', ({ shape, batch }) => {
    const { side, channels, units, kernel } = shape;
    const places = batch * side * side;
    for (const type of TYPES) {
      const [x, w, dz] = [
        draws(places * channels, 1),
        draws(units * kernel * kernel * channels, 2),
        draws(places * units, 3),
      ];
      const [xs, ws, ds] = [x, w, dz].map((values) => tensorOf(kernels, values, type));

      const z = tensorOf(
        kernels,
        dz.map(() => 7),
        type,
      );
      kernels.convolve(shape, xs!, ws!, z, batch);
      const forward = joined(shape, batch, dz.length, (p) => [p.out, x[p.in]! * w[p.weight]!]);
      expect(worst(numbers(kernels, z), forward, type)).toBeLessThanOrEqual(1);

      const dx = tensorOf(
        kernels,
        x.map(() => 7),
        type,
      );
      kernels.convolveBackward(shape, ds!, ws!, dx, batch);
      const backward = joined(shape, batch, x.length, (p) => [p.in, dz[p.out]! * w[p.weight]!]);
      expect(worst(numbers(kernels, dx), backward, type)).toBeLessThanOrEqual(1);

      const dw = tensorOf(
        kernels,
        w.map(() => 7),
        type,
      );
      kernels.convolveWeights(shape, ds!, xs!, dw, batch);
      const weights = joined(shape, batch, w.length, (p) => [p.weight, dz[p.out]! * x[p.in]!]);
      expect(worst(numbers(kernels, dw), weights, type)).toBeLessThanOrEqual(1);
    }
  });

  test.each(CASES)('equal units stay equal bit by bit: $shape', ({ shape, batch }) => {
    const { side, channels, units, kernel } = shape;
    const places = batch * side * side;
    const length = kernel * kernel * channels;
    const line = draws(length, 2);
    const column = draws(places, 3);
    for (const type of TYPES) {
      const weights = tensorOf(kernels, Array.from({ length: units }, () => line).flat(), type);
      const x = tensorOf(kernels, draws(places * channels, 1), type);
      const out = kernels.allocate(places * units, type);
      kernels.convolve(shape, x, weights, out, batch);
      const z = numbers(kernels, out);
      expect(z).toEqual(z.map((_, i) => z[i - (i % units)]!));

      const same = column.flatMap((d) => Array.from({ length: units }, () => d));
      const dw = kernels.allocate(units * length, type);
      kernels.convolveWeights(shape, tensorOf(kernels, same, type), x, dw, batch);
      const gradient = numbers(kernels, dw);
      expect(gradient).toEqual(gradient.map((_, i) => gradient[i % length]!));
    }
  });

  test('some pictures or some units alone give the same bits', () => {
    const shape = { side: 8, channels: 16, units: 16, kernel: 3, padding: 'zero' } as const;
    const [batch, places, length] = [7, 64, 144];
    const x = tensorOf(kernels, draws(batch * places * 16, 1));
    const w = tensorOf(kernels, draws(16 * length, 2));
    const out = kernels.allocate(batch * places * 16, 'f32');
    kernels.convolve(shape, x, w, out, batch);
    const last = kernels.allocate(2 * places * 16, 'f32');
    kernels.convolve(shape, kernels.slice(x, 5 * places * 16, 2 * places * 16), w, last, 2);
    expect(numbers(kernels, last)).toEqual(numbers(kernels, out).slice(5 * places * 16));

    const dw = kernels.allocate(16 * length, 'f32');
    kernels.convolveWeights(shape, out, x, dw, batch);
    const some = numbers(kernels, out).filter((_, i) => i % 16 >= 5);
    const part = kernels.allocate(11 * length, 'f32');
    kernels.convolveWeights({ ...shape, units: 11 }, tensorOf(kernels, some), x, part, batch);
    expect(numbers(kernels, part)).toEqual(numbers(kernels, dw).slice(5 * length));
  });

  test('a tensor may end where the memory ends', () => {
    const shape = { side: 3, channels: 1, units: 1, kernel: 3, padding: 'zero' } as const;
    const probe = kernels.allocate(16, 'f32');
    const room = (kernels.view(probe).buffer.byteLength - probe.pointer) / 4 - 16;
    const x = kernels.allocate(room, 'f32');
    const end = kernels.slice(x, room - 9, 9);
    const dw = kernels.allocate(9, 'f32');
    kernels.fillConstant(end, 1);
    kernels.convolveWeights(shape, end, end, dw, 1);
    expect(numbers(kernels, dw)).toEqual([4, 6, 4, 6, 9, 6, 4, 6, 4]);
  });
});
