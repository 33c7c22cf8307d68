import { describe, expect, it } from 'vitest';
import { examine } from '../examine.ts';
import type { Report } from '../examine.ts';
import { bytesSource } from '../read/source.ts';
import { join } from '../write/join.ts';
import { npzParts } from '../write/npz.ts';
import { safetensorsParts } from '../write/safetensors.ts';
import { BUG_IDS, BUGS } from './bugs.ts';
import { maker } from './make.ts';
import { madeTensors } from './samples.ts';
import type { MadeId } from './samples.ts';

async function reportOf(bytes: Uint8Array<ArrayBuffer>): Promise<Report> {
  const steps = examine(bytesSource(bytes), 'made', null);
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  return step.value;
}

const judged = async (id: MadeId) =>
  (await reportOf(join(safetensorsParts(madeTensors(id))))).findings.map((each) => each.id);

describe('the cabinet', () => {
  it.each(BUG_IDS)('%s: the engine finds the bug and no other', async (id) => {
    const { finding, code, line } = BUGS[id];
    expect(code[line]).toBeDefined();
    expect(await judged(id)).toEqual([finding]);
  });
});

describe('a convolution that sees one channel', () => {
  const file = (first: string) => {
    const m = maker(1);
    // Xavier's fans as PyTorch counts them: every filter into the fan-out.
    const [stem, next] = [Math.sqrt(2 / (9 + 9 * 64)), Math.sqrt(2 / (9 * 64 + 9 * 32))];
    return [m.normal(first, [64, 1, 3, 3], stem), m.normal('conv2.weight', [32, 64, 3, 3], next)];
  };
  const found = async (first: string) =>
    (await reportOf(join(safetensorsParts(file(first))))).findings.map((each) => each.id);

  it('is plain where it is the first layer, of a grey picture', async () =>
    expect(await found('conv1.weight')).not.toContain('group-fan'));
  it('is depthwise where others follow, in every layer of the case', async () => {
    const { findings } = await reportOf(join(safetensorsParts(madeTensors('depthwise'))));
    expect(findings.find(({ id }) => id === 'group-fan')?.tensors).toHaveLength(3);
  });
  it('is depthwise where its name says so', async () =>
    expect(await found('depthwise.weight')).toContain('group-fan'));
});

describe('the samples', () => {
  it('He has nothing against it', async () => expect(await judged('he')).toEqual([]));
  it('the mixture shows what it holds', async () =>
    expect(await judged('mixture')).toEqual([
      'wrong-fan',
      'group-fan',
      'area-forgotten',
      'too-wide-head',
      'zero-right',
      'prior-bias',
    ]));
});

describe('written files', () => {
  it('come back with the same numbers from npz and from safetensors', async () => {
    const made = madeTensors('mixture');
    const [first, second] = await Promise.all(
      [npzParts(made), safetensorsParts(made)].map((parts) => reportOf(join(parts))),
    );
    expect(
      first!.tensors.map(({ summary }) => [summary.name, summary.shape, summary.numbers]),
    ).toEqual(second!.tensors.map(({ summary }) => [summary.name, summary.shape, summary.numbers]));
    expect(first!.tensors.map(({ summary }) => summary.fingerprint)).toEqual(
      second!.tensors.map(({ summary }) => summary.fingerprint),
    );
  });
});
