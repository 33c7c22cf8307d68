/** What a worker runs before it is asked: as much as it takes and no more, on a clock of our own. */
import { expect, test } from 'vitest';
import { createKernels } from '../../scripts/kernels.mjs';
import { warmUp, warmUpFirst } from './warmUp.ts';

/** How often it yields when each piece of work takes `ms(its number)`. */
async function pieces(ms: (index: number) => number): Promise<number> {
  let clock = 0;
  let calls = 0;
  const now = (): number => {
    // Every second reading is the end of a piece.
    if (calls % 2 === 1) clock += ms((calls - 1) / 2);
    calls += 1;
    return clock;
  };
  return [...warmUp(await createKernels(), now)].length;
}

test('it ends once a round is no faster than the one before', async () => {
  const steady = await pieces(() => 1);
  // Two rounds: the second is as long as the first.
  const round = steady / 2;
  expect(Number.isInteger(round)).toBe(true);
  // Layers forward and back, of two lanes.
  expect(round).toBeGreaterThanOrEqual(16);
  expect(
    await pieces((index) => (index < 3 * round ? 0.5 ** Math.floor(index / round) : 0.25)),
  ).toBe(4 * round);
  expect(await pieces((index) => 0.5 ** Math.floor(index / round))).toBe(8 * round);
});

test.each([warmUp, warmUpFirst])('abandoned, it leaves nothing behind', async (create) => {
  const kernels = await createKernels();
  const mark = kernels.mark();
  const run = create(kernels, () => 0);
  for (let i = 0; i < 4; i += 1) run.next();
  expect(kernels.mark()).toBeGreaterThan(mark);
  run.return();
  expect(kernels.mark()).toBe(mark);
});

test('what is warmed up first is short, and pauses', async () => {
  const first = [...warmUpFirst(await createKernels(), () => 0)].length;
  expect(first).toBeGreaterThan(4);
  // Two rounds of the whole.
  expect(first).toBeLessThan((await pieces(() => 1)) / 2);
});
