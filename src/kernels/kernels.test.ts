/** Memory, rounding and what passes over an array once; the rest has files of its own. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OutOfMemory } from '../engine/kernels.ts';
import { bestBuild } from './features.ts';
import { createReference } from './reference.ts';
import { draws, furthest, machines, numbers, tensorOf } from '../../tests/kernels.ts';

const TYPES = ['f32', 'f64'] as const;

test('the best build here is the fastest one, and each says which it is', () => {
  expect(bestBuild()).toBe('relaxed-simd');
  expect(machines.map(({ build }) => build)).toEqual(['reference', 'simd', 'relaxed-simd']);
});

/** Every non-negative number of a short format, in order, by its definition. */
function gridOf(fraction: number, lowest: number, highest: number): number[] {
  const steps = 2 ** fraction;
  const subnormal = Array.from({ length: steps }, (_, i) => i * 2 ** (lowest - fraction));
  const exponents = Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
  return subnormal.concat(
    exponents.flatMap((e) => Array.from({ length: steps }, (_, i) => (1 + i / steps) * 2 ** e)),
  );
}
const GRIDS = {
  float16: gridOf(10, -14, 15),
  bfloat16: gridOf(7, -126, 127),
} as const;

const bitsOf = (values: readonly number[]): Uint32Array =>
  new Uint32Array(Float32Array.from(values).buffer);
/** The float32 `steps` further from 0 than a positive one. */
const neighbour = (x: number, steps: number): number =>
  new Float32Array(bitsOf([x]).map((bits) => bits + steps).buffer)[0]!;

describe.each(machines)('$build', (kernels) => {
  let start = 0;
  beforeEach(() => {
    start = kernels.mark();
  });
  afterEach(() => kernels.release(start));

  test('memory: zeros, aligned, apart, kept when it grows, given back', () => {
    const dirty = kernels.allocate(1000, 'f32');
    kernels.fillConstant(dirty, 7);
    kernels.release(start);
    const first = kernels.allocate(1000, 'f32');
    expect(first.pointer).toBe(dirty.pointer);
    expect(numbers(kernels, first).every((x) => x === 0)).toBe(true);

    kernels.fillConstant(first, 3);
    const second = kernels.allocate(5, 'f64');
    kernels.fillConstant(second, 4);
    const large = kernels.allocate(2 ** 22, 'f32');
    expect(kernels.view(large).length).toBe(2 ** 22);
    expect([first, second, large].every(({ pointer }) => pointer % 16 === 0)).toBe(true);
    expect(numbers(kernels, first).every((x) => x === 3)).toBe(true);
    expect(numbers(kernels, second)).toEqual([4, 4, 4, 4, 4]);

    const part = kernels.slice(second, 1, 2);
    kernels.fillConstant(part, 5);
    expect(numbers(kernels, second)).toEqual([4, 5, 5, 4, 4]);

    let thrown: unknown = null;
    try {
      kernels.allocate(2 ** 31, 'f64');
    } catch (problem) {
      thrown = problem;
    }
    // Not `toThrow(OutOfMemory)`: the machines of these tests come from another copy of its file.
    expect(thrown).toMatchObject({ name: 'OutOfMemory', bytes: 2 ** 34 });
    expect(numbers(kernels, second)).toEqual([4, 5, 5, 4, 4]);
  });

  test.each(['float16', 'bfloat16'] as const)('rounding to %s: every number and its edges', (p) => {
    const grid = GRIDS[p];
    const x: number[] = [];
    const rounded: number[] = [];
    const last = grid.length - 1;
    grid.forEach((low, i) => {
      // Past the last one lies the number that would follow it; it stands for infinity.
      const next = i < last ? grid[i + 1]! : 2 * low - grid[i - 1]!;
      const high = i < last ? next : Infinity;
      const middle = low + (next - low) / 2;
      x.push(low);
      rounded.push(low);
      x.push(middle, neighbour(middle, 1), neighbour(middle, -1));
      rounded.push(i % 2 === 0 ? low : high, high, low);
    });
    const values = tensorOf(kernels, [...x, ...x.map((v) => -v)]);
    kernels.round(values, p);
    const expected = bitsOf([...rounded, ...rounded.map((v) => -v)]);
    const wrong = bitsOf(numbers(kernels, values)).findIndex((bits, i) => bits !== expected[i]);
    expect(wrong).toBe(-1);
  });

  test('rounding keeps NaN and infinity, and float32 and float64 as they are', () => {
    const special = [Number.NaN, Infinity, -Infinity, 3.4e38, 1e6];
    const values = tensorOf(kernels, special);
    kernels.round(values, 'bfloat16');
    expect(numbers(kernels, values).slice(0, 4)).toEqual([NaN, Infinity, -Infinity, Infinity]);
    const half = tensorOf(kernels, special);
    kernels.round(half, 'float16');
    expect(numbers(kernels, half)).toEqual([NaN, Infinity, -Infinity, Infinity, Infinity]);
    for (const [type, p] of [['f32', 'float32'] as const, ['f64', 'float64'] as const]) {
      const same = tensorOf(kernels, draws(9), type);
      kernels.round(same, p);
      expect(numbers(kernels, same)).toEqual(draws(9));
    }
  });

  test.each(TYPES)('biases, sums over rows, scaling and updates, %s', (type) => {
    for (const [rows, cols] of [
      [1, 1],
      [3, 7],
      [5, 8],
      [64, 33],
    ] as const) {
      const round = type === 'f32' ? Math.fround : (x: number): number => x;
      const [x, b] = [draws(rows * cols), draws(cols, 2)];
      const values = tensorOf(kernels, x, type);
      kernels.addBias(values, tensorOf(kernels, b, type), rows, cols);
      const biased = x.map((v, i) => round(v + b[i % cols]!));
      expect(numbers(kernels, values)).toEqual(biased);

      const sums = kernels.allocate(cols, type);
      kernels.fillConstant(sums, 9);
      kernels.sumRows(values, sums, rows, cols);
      const expected = b.map((_, c) =>
        biased.reduce((sum, v, i) => (i % cols === c ? round(sum + v) : sum), 0),
      );
      expect(numbers(kernels, sums)).toEqual(expected);

      kernels.scale(values, 0.3);
      const factor = round(0.3);
      expect(numbers(kernels, values)).toEqual(biased.map((v) => round(v * factor)));

      const [g, v0] = [draws(rows * cols, 3), draws(rows * cols, 4)];
      const [w, v] = [tensorOf(kernels, x, type), tensorOf(kernels, v0, type)];
      kernels.descend(w, tensorOf(kernels, g, type), v, 0.25, 0.5);
      const velocity = g.map((d, i) => round(0.5 * v0[i]! + d));
      expect(furthest(numbers(kernels, v), velocity, 1)).toBeLessThan(2 ** -23);
      const weights = x.map((y, i) => y - 0.25 * velocity[i]!);
      expect(furthest(numbers(kernels, w), weights, 1)).toBeLessThan(2 ** -22);

      // Without a velocity, as with one that was 0 and no momentum.
      const [alone, still] = [tensorOf(kernels, x, type), tensorOf(kernels, x, type)];
      kernels.descend(alone, tensorOf(kernels, g, type), null, 0.25, 0);
      kernels.descend(
        still,
        tensorOf(kernels, g, type),
        tensorOf(kernels, new Float32Array(x.length), type),
        0.25,
        0,
      );
      expect(numbers(kernels, alone)).toEqual(numbers(kernels, still));
    }
  });

  test.each(TYPES)('softmax cross-entropy, %s', (type) => {
    const epsilon = type === 'f32' ? 1e-6 : 1e-13;
    const [batch, classes] = [20, 7];
    const z = draws(batch * classes).map((x) => 3 * x);
    const labels = Uint8Array.from({ length: batch }, (_, row) => (row * 5) % classes);
    const logits = tensorOf(kernels, z, type);
    const held = numbers(kernels, logits);
    const gradient = kernels.allocate(batch * classes, type);
    const found = kernels.softmaxCrossEntropy(logits, labels, gradient, batch, classes);
    let [loss, correct] = [0, 0];
    const slopes: number[] = [];
    for (let row = 0; row < batch; row += 1) {
      const line = held.slice(row * classes, (row + 1) * classes);
      const sum = line.reduce((total, x) => total + Math.exp(x), 0);
      loss -= Math.log(Math.exp(line[labels[row]!]!) / sum) / batch;
      if (line.indexOf(Math.max(...line)) === labels[row]) correct += 1;
      line.forEach((x, c) => slopes.push((Math.exp(x) / sum - Number(c === labels[row])) / batch));
    }
    expect(Math.abs(found.loss - loss)).toBeLessThan(1e-12);
    expect(found.correct).toBe(correct);
    expect(furthest(numbers(kernels, gradient), slopes, 1)).toBeLessThan(epsilon);

    const far = tensorOf(kernels, [1000, -1000, -1000, 1000, 0, 0], type);
    const small = kernels.allocate(6, type);
    const { loss: mean } = kernels.softmaxCrossEntropy(far, Uint8Array.of(0, 0, 1), small, 3, 2);
    expect(mean).toBeCloseTo((2000 + Math.LN2) / 3, 10);
    expect(numbers(kernels, small).map((x) => 6 * x)).toEqual(
      [0, 0, -2, 2, 1, -1].map((x) => expect.closeTo(x, 6)),
    );
  });
});

test('no room is an OutOfMemory', () => {
  expect(() => createReference().allocate(2 ** 31, 'f64')).toThrow(OutOfMemory);
});
