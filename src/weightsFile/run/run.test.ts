import { describe, expect, it } from 'vitest';
import { createReference } from '../../kernels/reference.ts';
import { examine } from '../examine.ts';
import type { Report } from '../examine.ts';
import { bytesSource } from '../read/source.ts';
import { allSpectra } from '../spectrum/allSpectra.ts';
import { finishAsync } from '../../engine/pace.ts';
import { readSpectra } from '../spectrum/readSpectra.ts';
import type { NamedSource } from '../spectrum/readSpectra.ts';
import { join } from '../write/join.ts';
import type { MadeTensor } from '../write/madeTensor.ts';
import { npzParts } from '../write/npz.ts';
import { safetensorsParts } from '../write/safetensors.ts';
import { inOrder, namesTell, thinned } from './checkpointOrder.ts';
import { compareCheckpoints } from './compareCheckpoints.ts';
import type { RunComparison } from './compareCheckpoints.ts';
import { trainedTensors } from './trainedRun.ts';

const source = (name: string, tensors: readonly MadeTensor[]): NamedSource => ({
  name,
  source: bytesSource(join(safetensorsParts(tensors))),
});
const tensor = (name: string, shape: readonly number[], values: readonly number[]): MadeTensor => ({
  name,
  shape,
  values: Float32Array.from(values),
});

async function compared(sources: readonly NamedSource[]): Promise<RunComparison> {
  const steps = compareCheckpoints(sources, null);
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  return step.value;
}

async function reportOf({ source: bytes, name }: NamedSource): Promise<Report> {
  const steps = examine(bytes, name, null);
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  return step.value;
}

describe('the order of checkpoints', () => {
  const dated = (name: string, lastModified = 0) => ({ name, lastModified });
  const names = (files: readonly { readonly name: string }[]) => files.map(({ name }) => name);

  it('counts as people do, with the start first and the end last', () => {
    const files = ['final.pt', 'epoch_10.pt', 'epoch_2.pt', 'init.pt'].map((name) => dated(name));
    expect(names(inOrder(files, 'name'))).toEqual([
      'init.pt',
      'epoch_2.pt',
      'epoch_10.pt',
      'final.pt',
    ]);
    expect(namesTell(files)).toBe(true);
    // The 5 of .h5 counts nothing.
    expect(namesTell([dated('a.h5'), dated('b.h5')])).toBe(false);
  });

  it('is that of the disk where names say nothing', () => {
    const files = [dated('b.pt', 1), dated('a.pt', 2)];
    expect(names(inOrder(files, 'time'))).toEqual(['b.pt', 'a.pt']);
  });

  it('keeps both ends of too many', () => {
    const kept = thinned(Array.from({ length: 100 }, (_, i) => i));
    expect(kept).toHaveLength(12);
    expect([kept[0], kept.at(-1)]).toEqual([0, 99]);
    expect(new Set(kept).size).toBe(12);
  });
});

describe('checkpoints of one run', () => {
  it('are matched by name and shape, and measured from the first', async () => {
    const { tensors, unmatched, checkpoints } = await compared([
      source('0', [tensor('w', [2, 2], [3, 4, 0, 0]), tensor('b', [2], [0, 0])]),
      source('1', [
        tensor('new', [2], [1, 1]),
        tensor('b', [2], [0, 1]),
        tensor('w', [2, 2], [0, 0, 5, 0]),
      ]),
      source('2', [tensor('w', [4], [1, 1, 1, 1])]),
    ]);
    expect(checkpoints).toEqual(['0', '1', '2']);
    const [w, b] = tensors;
    expect(w!.moments).toEqual([
      { rms: 2.5, moved: 0, cosine: 1 },
      { rms: 2.5, moved: Math.SQRT2, cosine: 0 },
      null,
    ]);
    expect(b!.moments[1]).toMatchObject({ moved: Infinity, cosine: Number.NaN });
    expect(unmatched).toEqual(['new', 'w']);
  });

  it('of two formats are the same numbers', async () => {
    const start = trainedTensors(0, createReference());
    const { tensors } = await compared([
      source('a', start),
      { name: 'b', source: bytesSource(join(npzParts(start))) },
    ]);
    expect(tensors).toHaveLength(start.length);
    for (const { moments } of tensors) expect(moments[1]!.moved).toBe(0);
  });

  it('that cannot be read are told, the others compared', async () => {
    const good = [tensor('w', [2], [1, 0])];
    const { checkpoints, unread } = await compared([
      source('0', good),
      { name: 'page', source: bytesSource(new TextEncoder().encode('<!doctype html>')) },
      source('2', good),
    ]);
    expect(checkpoints).toEqual(['0', '2']);
    expect(unread).toEqual([{ name: 'page', failure: 'web-page' }]);
  });
});

describe('the run to try', () => {
  const kernels = createReference();
  const start = source('start', trainedTensors(0, kernels));
  const end = source('end', trainedTensors(300, kernels));

  it('begins at He and moves every layer', async () => {
    const fresh = await reportOf(start);
    const hidden = fresh.tensors.filter(({ summary }) => summary.numbers.count >= 4096);
    for (const { rule } of hidden) expect(rule).toMatchObject({ initializer: 'he_normal' });
    const { tensors } = await compared([start, end]);
    for (const { moments } of tensors) expect(moments[1]!.moved).toBeGreaterThan(0.01);
  });

  it('leaves its moved biases without a rule', async () => {
    const { tensors } = await reportOf(end);
    const biases = tensors.filter(({ summary }) => summary.layout.kind === 'bias');
    expect(biases.map(({ rule }) => rule)).toEqual(biases.map(() => null));
  });

  it('adds few directions to many', async () => {
    const { tensors } = await reportOf(end);
    const { summary } = tensors.find((each) => each.summary.name === '4.weight')!;
    const { own, added } = await finishAsync(readSpectra(end, start, summary));
    expect(own.directions).toBeGreaterThan(20);
    expect(added!.spectrum!.directions).toBeLessThan(own.directions / 2);
    const { tensors: paths } = await compared([start, end]);
    const moved = paths.find(({ name }) => name === '4.weight')!.moments[1]!.moved;
    expect(added!.share).toBeCloseTo(moved, 6);
  });

  it('has a spectrum for every matrix, or a reason', async () => {
    const { tensors } = await reportOf(end);
    const steps = allSpectra(
      end,
      start,
      tensors.map(({ summary }) => summary),
    );
    let step = await steps.next();
    for (; step.done !== true; step = await steps.next());
    const names = tensors.map(({ summary }) => summary.name);
    expect([...step.value.keys()]).toEqual(names.filter((name) => name.endsWith('weight')));
    expect(step.value.get('0.weight')).toBe('too-small');
    expect(step.value.get('4.weight')).toMatchObject({
      own: { short: 64 },
      added: { share: expect.any(Number) },
    });
  });
});
