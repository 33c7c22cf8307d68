import { describe, expect, test } from 'vitest';
import { INPUT_IDS } from '../types.ts';
import { labBatch } from './generate.ts';
import { SET_SIZE, inputOf } from './inputs.ts';
import { cover } from './shapes.ts';
import { MAX_HIDDEN, SHAPESET_CLASSES, drawShapes, generateShapes, hidden } from './shapeset.ts';

const SETS = INPUT_IDS.filter((id) => inputOf(id).kind === 'set');
const column = (values: Float32Array, c: number): number[] =>
  [...values].filter((_, i) => i % 2 === c);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;

describe.each(SETS)('%s', (id) => {
  const set = labBatch(id, 5, SET_SIZE)!;

  test('is standardized and balanced', () => {
    for (const c of [0, 1]) {
      const values = column(set.values, c);
      expect(mean(values)).toBeCloseTo(0, 6);
      expect(mean(values.map((x) => x * x))).toBeCloseTo(1, 5);
    }
    for (let label = 0; label < set.classes; label += 1) {
      const count = set.labels.filter((each) => each === label).length;
      expect(Math.abs(count - SET_SIZE / set.classes)).toBeLessThan(1);
    }
  });

  test('depends on its seed alone', () => {
    expect(labBatch(id, 5, SET_SIZE)).toEqual(set);
    expect(labBatch(id, 6, SET_SIZE)?.values).not.toEqual(set.values);
    const part = labBatch(id, 5, 10)!;
    expect([...part.values]).toEqual([...set.values.subarray(0, 20)]);
  });

  test('is drawn from with replacement when the batch is larger', () => {
    const large = labBatch(id, 5, 1000)!;
    const points = new Set(
      Array.from({ length: SET_SIZE }, (_, i) => String(set.values.subarray(2 * i, 2 * i + 2))),
    );
    for (let i = 0; i < 1000; i += 1) {
      expect(points.has(String(large.values.subarray(2 * i, 2 * i + 2)))).toBe(true);
    }
  });
});

test('the circle has its disc of ½√U and its ring of U(0.7, 1)', () => {
  const { values, labels } = labBatch('circle', 1, SET_SIZE)!;
  // Undo the scale by the outermost point, whose radius is nearly 1; centres are nearly 0.
  const radii = Array.from(labels, (_, i) => Math.hypot(values[2 * i]!, values[2 * i + 1]!));
  const unit = Math.max(...radii);
  const inner = radii.filter((_, i) => labels[i] === 0).map((r) => r / unit);
  const outer = radii.filter((_, i) => labels[i] === 1).map((r) => r / unit);
  expect(Math.max(...inner)).toBeLessThan(0.56);
  expect(Math.min(...outer)).toBeGreaterThan(0.6);
  // E[½√U] = 1/3, E[U(0.7, 1)] = 0.85.
  expect(mean(inner) / mean(outer)).toBeCloseTo(1 / 3 / 0.85, 1);
});

test('noise has no examples of its own', () => {
  expect(labBatch('gaussian', 1, 4)).toBeNull();
  expect(labBatch('uniform', 1, 4)).toBeNull();
});

describe('shapeset', () => {
  const many = generateShapes(3, 0, 600);

  test('has nine classes, all of them drawn', () => {
    expect(SHAPESET_CLASSES.length).toBe(9);
    expect(new Set(many.labels).size).toBe(9);
    expect(many.features).toBe(1024);
  });

  test('is standardized over all pixels', () => {
    const values = [...many.values];
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(mean(values.map((x) => x * x))).toBeCloseTo(1, 1);
  });

  test('is endless, image by image', () => {
    const later = generateShapes(3, 590, 10);
    expect([...later.labels]).toEqual([...many.labels.subarray(590)]);
    expect([...later.values]).toEqual([...many.values.subarray(590 * 1024)]);
  });

  test('shows as many grey levels as the label has objects', () => {
    const pixels = new Float32Array(1024);
    for (let i = 0; i < 200; i += 1) {
      const objects = SHAPESET_CLASSES[drawShapes(9, i, pixels, 0)]?.length ?? 0;
      const counts = new Map<number, number>();
      for (const x of pixels) counts.set(x, (counts.get(x) ?? 0) + 1);
      // Solid levels; edges are blends that hardly repeat.
      const solid = [...counts].filter(([level, count]) => level > 0 && count >= 8).length;
      expect(solid).toBe(objects);
      expect(Math.max(...pixels)).toBeLessThanOrEqual(1);
      expect(Math.min(...pixels)).toBeGreaterThanOrEqual(0);
    }
  });

  test('the part of a shape that another hides is measured by area', () => {
    const at = (x: number, radius: number): Float32Array => {
      const coverage = new Float32Array(1024);
      cover(
        'ellipse',
        { centre: { x, y: 16 }, radius, angle: 0, aspect: 1, skew: 0 },
        32,
        coverage,
      );
      return coverage;
    };
    const disc = at(16, 8);
    expect(disc.reduce((sum, x) => sum + x, 0)).toBeCloseTo(Math.PI * 64, 0);
    expect(hidden(disc, disc)).toBeGreaterThan(0.9);
    expect(hidden(at(8, 6), at(24, 6))).toBe(0);
    expect(MAX_HIDDEN).toBe(0.5);
  });
});

test('the table of inputs knows as many classes and features as its examples have', () => {
  for (const id of INPUT_IDS) {
    const input = inputOf(id);
    if (input.kind === 'noise' || input.kind === 'recorded') continue;
    const { classes, features } = labBatch(id, 1, 8)!;
    expect([id, classes, features]).toEqual([id, input.classes, input.features]);
  }
});
