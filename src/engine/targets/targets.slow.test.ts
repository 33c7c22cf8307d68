/** Every row of the table of targets, measured through the entry of the page. */
import { beforeAll, expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { loadInputs } from '../data/generate.ts';
import type { Kernels } from '../kernels.ts';
import { measureTarget, targetBadge } from './target.ts';
import { TARGETS } from './targets.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = await createKernels();
  await loadInputs(TARGETS.flatMap(({ inputs = [] }) => inputs));
});

test.each(TARGETS.map((target) => [target.id, target] as const))(
  '%s is reproduced',
  (_, target) => {
    const measured = measureTarget(target, { kernels, seeds: target.seeds });
    const found = target.values.map(({ label, band }, i) => ({
      label,
      band,
      got: measured.values[i],
    }));
    expect(measured.values).toHaveLength(target.values.length);
    expect([targetBadge(target, measured), found]).toEqual(['reproduced', found]);
  },
  // Eighty layers and convolutions take their time on a busy machine.
  300_000,
);
