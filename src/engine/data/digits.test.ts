import { beforeAll, expect, test } from 'vitest';
import { packedDigits } from '../../../scripts/packDigits.mjs';
import { digits, unpackDigits } from './digits.ts';
import { DIGITS_COUNT, DIGITS_TRAINING } from './sizes.ts';
import { DIGITS_TEXT } from './digitsText.ts';
import { labBatch, loadInputs } from './generate.ts';
import { sourceOf } from '../train/examples.ts';
import { testSize } from '../train/testSet.ts';

beforeAll(() => loadInputs(['digits']));

test('the packed text is the file of the source', () => {
  expect(DIGITS_TEXT.trim()).toBe(packedDigits());
});

test('1797 pictures of ten digits, standardized by one mean and one spread', () => {
  const { count, features, classes, values, labels } = digits();
  expect([count, features, classes]).toEqual([DIGITS_COUNT, 64, 10]);
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const square = values.reduce((sum, x) => sum + x * x, 0) / values.length;
  expect(mean).toBeCloseTo(0, 6);
  expect(square).toBeCloseTo(1, 5);
  const counts = Array.from({ length: 10 }, (_, digit) => labels.filter((x) => x === digit).length);
  // Printed by scikit-learn: 178, 182, 177, 183, 181, 182, 181, 179, 174, 180.
  expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
  // The source's mean and standard deviation, 4.884 and 6.017, give back whole pixels.
  const pixels = [...values.subarray(0, 64)].map((x) => x * 6.0168 + 4.8842);
  expect(pixels.slice(0, 8).map(Math.round)).toEqual([0, 0, 5, 13, 9, 1, 0, 0]);
});

test('a line is a picture, row by row', () => {
  const { values, labels } = unpackDigits(`${'0'.repeat(63)}g7\n${'g'.repeat(64)}3\n`);
  expect([...labels]).toEqual([7, 3]);
  expect(values[63]).toBe(values[64]);
  expect(values[0]).not.toBe(values[63]);
});

test('races train on the first part and test on the rest', () => {
  const { test: tested, batch } = sourceOf('digits', 1);
  expect(tested.count).toBe(DIGITS_COUNT - DIGITS_TRAINING);
  expect(testSize('digits')).toBe(tested.count);
  const all = digits();
  expect([...tested.labels]).toEqual([...all.labels.subarray(DIGITS_TRAINING)]);
  expect([...tested.values.subarray(0, 64)]).toEqual([
    ...all.values.subarray(64 * DIGITS_TRAINING, 64 * (DIGITS_TRAINING + 1)),
  ]);
  const training = new Set(
    Array.from({ length: DIGITS_TRAINING }, (_, i) =>
      String([...all.values.subarray(64 * i, 64 * (i + 1)), all.labels[i]]),
    ),
  );
  const [values, labels] = [new Float32Array(64 * 200), new Uint8Array(200)];
  batch(3, values, labels);
  labels.forEach((label, i) => {
    expect(training.has(String([...values.subarray(64 * i, 64 * (i + 1)), label]))).toBe(true);
  });
});

test('the lab takes the first of those for training, and some again where it wants more', () => {
  const few = labBatch('digits', 1, 10)!;
  expect([...few.labels]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const many = labBatch('digits', 1, 2048)!;
  expect(many.count).toBe(2048);
  expect([...many.labels.subarray(0, DIGITS_TRAINING)]).toEqual([
    ...digits().labels.subarray(0, DIGITS_TRAINING),
  ]);
});
