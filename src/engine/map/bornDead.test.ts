import { expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { bornDead, BORN_DEAD_NETS, BORN_DEAD_WIDTHS } from './bornDead.ts';

test('O4: as many nets are born dead as theory says, width by width and layer by layer', async () => {
  const kernels = await createKernels();
  const found = BORN_DEAD_WIDTHS.map((width) => bornDead(kernels, width, 30, 1));
  expect(found[1]!.theory[9]).toBeCloseTo(0.9437, 4);
  expect(found[3]!.theory[9]).toBeCloseTo(0.272, 4);
  for (const { width, measured, theory } of found) {
    measured.forEach((share, i) => {
      const p = theory[i]!;
      const error = Math.sqrt((p * (1 - p)) / BORN_DEAD_NETS);
      expect(Math.abs(share - p), `width ${width}, layer ${i + 1}`).toBeLessThan(
        4.5 * error + 1e-9,
      );
      // Once dark, a net stays dark.
      expect(share).toBeGreaterThanOrEqual(measured[i - 1] ?? 0);
    });
  }
  expect(found[0]!.measured.at(-1)).toBe(1);
});
