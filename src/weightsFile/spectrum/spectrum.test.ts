import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileBytes } from '../../../tests/weightsFile/files.ts';
import { normal, stream } from '../../engine/rng.ts';
import { openWeights } from '../read/openWeights.ts';
import { readValues } from '../read/readValues.ts';
import { bytesSource } from '../read/source.ts';
import { density, lowerEdge, median, upperEdge } from './marchenkoPastur.ts';
import { singularValues } from './singularValues.ts';
import { finish } from '../../engine/pace.ts';
import { spectrumOf } from './spectrum.ts';

const byNumpy: Record<string, number[]> = JSON.parse(
  readFileSync(new URL('../../../tests/weightsFile/files/spectra.json', import.meta.url), 'utf8'),
);

/** The matrix of tests/weightsFile/spectra.py. */
const formula = (rows: number, cols: number): Float32Array<ArrayBuffer> =>
  Float32Array.from(
    { length: rows * cols },
    (_, k) => ((k * k * 31 + k * 7) % 10_007) / 10_007 - 0.5,
  );

const draws = (rows: number, cols: number, seed: number): Float32Array<ArrayBuffer> => {
  const key = stream(seed, 1, 'weights');
  return Float32Array.from({ length: rows * cols }, (_, i) => normal(key, i));
};

async function matrixOf(name: string): Promise<[Float32Array<ArrayBuffer>, number, number]> {
  const [file = '', first = '', second = ''] = name.split(' ');
  if (file === 'formula') {
    const [rows, cols] = [Number(first), Number(second)];
    return [formula(rows, cols), rows, cols];
  }
  const { tensors } = await openWeights(bytesSource(fileBytes(file)), file);
  const entry = tensors.find((each) => each.name === first)!;
  const [rows = 0, cols = 0] = entry.shape;
  return [await readValues(entry), rows, cols];
}

describe('singular values', () => {
  for (const [name, wanted] of Object.entries(byNumpy)) {
    it(`${name}: as NumPy finds them`, async () => {
      const found = finish(singularValues(...(await matrixOf(name))));
      expect(found).toHaveLength(wanted.length);
      wanted.forEach((value, i) =>
        expect(Math.abs(found[i]! - value)).toBeLessThan(3e-8 * wanted[0]!),
      );
    });
  }

  it('are 1 for a permutation, and one alone for equal rows', () => {
    const turned = Float32Array.from({ length: 144 }, (_, k) =>
      k % 12 === (Math.floor(k / 12) * 5) % 12 ? 1 : 0,
    );
    finish(singularValues(turned, 12, 12)).forEach((value) => expect(value).toBeCloseTo(1, 12));
    const [first, ...rest] = finish(singularValues(new Float32Array(20 * 30).fill(0.1), 20, 30));
    expect(first).toBeCloseTo(0.1 * Math.sqrt(600), 6);
    rest.forEach((value) => expect(value).toBeLessThan(1e-7));
  });
});

describe('the law of Marchenko and Pastur', () => {
  it('is a density, with the mean square 1', () => {
    for (const ratio of [0.1, 0.5, 1]) {
      const [lo, hi] = [lowerEdge(ratio), upperEdge(ratio)];
      const steps = 20_000;
      const width = (hi - lo) / steps;
      let mass = 0;
      let square = 0;
      for (let i = 0; i < steps; i += 1) {
        const x = lo + (i + 0.5) * width;
        mass += density(ratio, x) * width;
        square += density(ratio, x) * x * x * width;
      }
      expect(mass).toBeCloseTo(1, 4);
      expect(square).toBeCloseTo(1, 4);
    }
  });

  it('has the median of Gavish and Donoho (2014): (4/√3) / 2.858 for a square', () => {
    expect(median(1)).toBeCloseTo(4 / Math.sqrt(3) / 2.858, 3);
  });
});

describe('what stands out of a matrix', () => {
  it('is nothing in about one of a hundred draws', () => {
    let alarms = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const found = finish(spectrumOf(draws(40, 80, seed), 40, 80))!;
      if (found.above > 0) alarms += 1;
    }
    // 1 % of 200 and its error, and the error of the noise that is read off 40 values.
    expect(alarms).toBeLessThanOrEqual(10);
  });

  it('is what was added to noise: three directions well above the edge', () => {
    const [rows, cols] = [96, 160];
    const noise = draws(rows, cols, 7);
    const [left, right] = [draws(rows, 3, 8), draws(cols, 3, 9)];
    const values = noise.map((value, k) => {
      const [r, c] = [Math.floor(k / cols), k % cols];
      let sum = 0.1 * value;
      for (let i = 0; i < 3; i += 1) sum += 0.05 * left[r * 3 + i]! * right[c * 3 + i]!;
      return sum;
    });
    const found = finish(spectrumOf(values, rows, cols))!;
    expect(found.above).toBe(3);
    // The median of 96 values, moved a little by the three: within five parts in a hundred.
    expect(Math.abs(found.noise / 0.1 - 1)).toBeLessThan(0.05);
    expect(found.edge).toBeCloseTo(found.noise * (Math.sqrt(cols) + Math.sqrt(rows)), 6);
    // Three directions of 0.05 √(96 · 160) beside 0.1² · 96 · 160.
    expect(found.aboveShare).toBeGreaterThan(0.35);
    expect(found.stableRank).toBeGreaterThan(1);
    expect(found.stableRank).toBeLessThan(8);
  });

  it('is not asked of zeros', () => {
    expect(finish(spectrumOf(new Float32Array(400), 20, 20))).toBeNull();
  });
});
