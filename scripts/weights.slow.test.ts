import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { createReference } from '../src/kernels/reference.ts';
import { trainedTensors } from '../src/weightsFile/run/trainedRun.ts';
import { join as joined } from '../src/weightsFile/write/join.ts';
import { safetensorsParts } from '../src/weightsFile/write/safetensors.ts';

const run = promisify(execFile);
const weights = (...args: readonly string[]) => run('node', ['scripts/weights.mjs', ...args]);
const file = (name: string): string => `tests/weightsFile/files/${name}`;

test('several files are one run, in order, with what training has added', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'init-lab-weights-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const kernels = createReference();
  for (const [name, step] of [
    ['step_0', 0],
    ['step_300', 300],
  ] as const) {
    const bytes = joined(safetensorsParts(trainedTensors(step, kernels)));
    await writeFile(join(folder, `${name}.safetensors`), bytes);
  }
  // In reverse order, with a pickle that could be read only by executing it.
  const { stdout } = await weights(
    join(folder, 'step_300.safetensors'),
    join(folder, 'step_0.safetensors'),
    file('evil.pt'),
    '--by',
    'name',
    '--spectra',
  );
  const found = JSON.parse(stdout);
  expect(found).toMatchObject({
    format: 'init-lab/weights@1',
    name: 'step_300.safetensors',
    run: {
      by: 'name',
      checkpoints: ['step_0.safetensors', 'step_300.safetensors'],
      unread: [{ name: 'evil.pt', failure: 'unsafe-pickle' }],
    },
  });
  const hidden = found.tensors.find(({ name }: { name: string }) => name === '4.weight');
  expect(hidden.rule).toMatchObject({ initializer: 'he_normal', trained: true });
  const { edge, limit, largest, above, added } = hidden.spectrum;
  expect(above > 0).toBe(largest > limit);
  expect(limit).toBeGreaterThan(edge);
  // The update by training is concentrated in few directions, and its size agrees with the run's.
  expect(added.spectrum.directions).toBeLessThan(hidden.spectrum.directions / 2);
  const [first, last] = found.run.tensors.find(
    ({ name }: { name: string }) => name === '4.weight',
  ).moments;
  expect(first).toMatchObject({ moved: 0, cosine: 1 });
  expect(added.share).toBeCloseTo(last.moved, 6);
});

test('a file that cannot be read is refused in a sentence, and a wrong word with how to ask', async () => {
  await expect(weights(file('evil.pt'))).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('Nothing was run.'),
  });
  await expect(weights(file('linear.pt'), '--axis')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('usage:'),
  });
});
