/** What a link to a convolutional net may have wrong: each is said, and what is computed instead is defined. */
import { expect, test } from 'vitest';
import { createKernels } from '../../../scripts/kernels.mjs';
import { loadLab, runLab } from '../experiment/runLane.ts';
import { tooLarge } from '../passes/cost.ts';
import { raceTooLarge } from '../train/cost.ts';
import { raceLanes } from '../train/lanes.ts';
import { laneConfig } from './lab.ts';
import { parseQuery } from './query.ts';

const kernels = await createKernels();
const CONV = 'net=conv&lane=he_normal&depth=2&width=4&batch=8';

test.each([
  ['kernel=9', 'unknown-value', { kernel: 3 }],
  ['kernel=2', 'unknown-value', { kernel: 3 }],
  ['kernel=-3', 'unknown-value', { kernel: 3 }],
  ['padding=mirror', 'unknown-value', { padding: 'zero' }],
  ['width=4096', 'out-of-range', { width: 128 }],
] as const)('%s: said, and a sensible value taken', async (wrong, code, used) => {
  const { lab, notices } = parseQuery(`net=conv&lane=he_normal&${wrong}`);
  expect([...new Set(notices.map((each) => each.code))]).toEqual([code]);
  expect(laneConfig(lab, lab.lanes[0]!)).toMatchObject(used);
});

test('a convolution of points takes the digits and says so', async () => {
  const { lab } = parseQuery(`${CONV}&input=moons`);
  await loadLab(lab);
  const [run] = runLab(lab, kernels, () => 0);
  expect(run!.outcome.notices.map(({ code }) => code)).toContain('needs-pictures');
  expect(run!.input.count).toBe(8 * 64);
});

test('1 × 1 kernels on noise: every place is a small dense net, and no border takes anything', () => {
  const run = (padding: string) =>
    runLab(parseQuery(`${CONV}&kernel=1&in=6&padding=${padding}`).lab, kernels, () => 0)[0]!;
  const [zero, circular] = [run('zero'), run('circular')];
  expect(zero.layers.map(({ fanIn, fanOut }) => [fanIn, fanOut])).toEqual([
    [6, 4],
    [4, 4],
  ]);
  for (const [i, { places, activations }] of zero.layers.entries()) {
    expect(activations.rms).toBe(circular.layers[i]!.activations.rms);
    const theory = places!.theory!;
    // Every place has its own noise, and that is all that differs.
    expect(Math.max(...theory) / Math.min(...theory)).toBeLessThan(4);
  }
});

test('what would not fit into memory is refused before it starts', () => {
  const huge = 'net=conv&input=shapeset&lane=he_normal&width=128&depth=50&kernel=5&batch=2048';
  const { lab } = parseQuery(huge);
  expect(tooLarge(laneConfig(lab, lab.lanes[0]!))).toBe(true);
  expect(raceTooLarge(raceLanes(parseQuery(huge, 'race')).lanes[0]!)).toBe(true);
});

test('a link from before there were convolutions means what it meant', () => {
  const { lab, notices } = parseQuery('lane=xavier_normal&act=tanh&depth=10&width=64');
  expect(notices).toEqual([]);
  expect(laneConfig(lab, lab.lanes[0]!)).toMatchObject({ net: 'dense', width: 64 });
});
