import { describe, expect, it } from 'vitest';
import { expectedNumbers, fileBytes } from '../../../tests/weightsFile/files.ts';
import { examine } from '../examine.ts';
import type { Report } from '../examine.ts';
import { bytesSource } from './source.ts';

async function reportOf(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Report> {
  const steps = examine(bytesSource(bytes), name, null);
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  return step.value;
}

const SKIPPED: Readonly<Record<string, readonly string[]>> = {
  'deflated.npz': ['names'],
  'keras3.weights.h5': ['optimizer/vars/0', 'words'],
  'latest.weights.h5': ['optimizer/vars/0', 'words'],
  'model.keras': ['optimizer/vars/0', 'words'],
};

/** Kurtosis squares the rounding of the mean twice; all else is exact to float32. */
const near = (found: number, wanted: number, scale: number): void =>
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-6 * Math.max(scale, Math.abs(wanted)));

describe('files written by NumPy, PyTorch, h5py and ONNX', () => {
  for (const [file, tensors] of Object.entries(expectedNumbers())) {
    it(`${file}: every tensor has the numbers NumPy finds`, async () => {
      const report = await reportOf(fileBytes(file), file);
      expect(report.tensors.map(({ summary }) => summary.name).sort()).toEqual(
        Object.keys(tensors).sort(),
      );
      expect([...report.skipped].sort()).toEqual(SKIPPED[file] ?? []);
      for (const { summary } of report.tensors) {
        const wanted = tensors[summary.name]!;
        const { numbers } = summary;
        expect(summary.shape).toEqual(wanted.shape);
        near(numbers.mean, wanted.mean, wanted.std);
        near(numbers.std, wanted.std, 0);
        near(numbers.min, wanted.min, 0);
        near(numbers.max, wanted.max, 0);
        near(numbers.zero, wanted.zero, 0);
        if (wanted.kurtosis === null) expect(numbers.kurtosis).toBeNaN();
        else near(numbers.kurtosis, wanted.kurtosis, 1);
      }
    });
  }

  it('knows the order of the axes from format, name and graph', async () => {
    const orders = async (file: string) =>
      Object.fromEntries(
        (await reportOf(fileBytes(file), file)).tensors.map(({ summary: { name, layout } }) => [
          name,
          [layout.kind, layout.order, layout.fanIn, layout.fanOut],
        ]),
      );
    expect(await orders('model.onnx')).toEqual({
      A: ['dense', 'in-out', 12, 20],
      B: ['dense', 'out-in', 20, 5],
      K: ['conv', 'out-in', 27, 36],
    });
    expect((await orders('checkpoint.pth'))['2.weight']).toEqual(['conv', 'out-in', 9, 72]);
    expect((await orders('keras3.weights.h5'))['layers/dense_1/vars/0']).toEqual([
      'dense',
      'in-out',
      20,
      5,
    ]);
    expect((await orders('arrays.npz'))['W1']).toEqual(['dense', null, 12, 20]);
  });
});
