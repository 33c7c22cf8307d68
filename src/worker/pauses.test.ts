/** A worker on a clock that only moves when it works or pauses. */
import { expect, test } from 'vitest';
import { createPauses } from './pauses.ts';

interface Worked {
  /** Share of the time spent in pauses, after the first ones. */
  readonly share: number;
  /** Longest time from one look at the messages to the next. */
  readonly longest: number;
}

/** Works in parts of `part` ms, each pause taking `costOf(its number)`. */
async function work(part: number, costOf: (index: number) => number): Promise<Worked> {
  let clock = 0;
  let count = 0;
  let looked = 0;
  let longest = 0;
  let paused = 0;
  let worked = 0;
  const pauses = createPauses(
    () => clock,
    async () => {
      const cost = costOf(count);
      clock += cost;
      count += 1;
      longest = Math.max(longest, clock - looked);
      looked = clock;
      if (count > 20) paused += cost;
    },
  );
  pauses.begin();
  for (let done = 0; done < 3000; done += part) {
    clock += part;
    if (count > 20) worked += part;
    if (pauses.due()) await pauses.take();
  }
  return { share: paused / (paused + worked), longest };
}

test('where a pause is next to nothing the messages are looked at every 6 ms', async () => {
  const { share, longest } = await work(0.5, () => 0.02);
  expect(longest).toBeLessThan(7);
  expect(share).toBeLessThan(0.01);
});

test.each([0.35, 1, 2, 3.6])('pauses of %d ms take a tenth of the time', async (cost) => {
  const { share, longest } = await work(0.5, () => cost);
  expect(share).toBeLessThanOrEqual(0.1);
  expect(longest).toBeLessThan(50);
});

test.each([3.6, 8, 20, 30])('pauses of %d ms do not delay a cancel beyond 50 ms', async (cost) => {
  const { longest } = await work(10, () => cost);
  expect(longest).toBeLessThanOrEqual(Math.max(50, 6 + 10 + cost));
});

test('a pause that was held up once hardly stretches what follows', async () => {
  const { longest } = await work(0.5, (index) => (index === 100 ? 4 : 0.02));
  expect(longest).toBeLessThan(15);
});

test('the stretch becomes short again when pauses do', async () => {
  let costly = true;
  let clock = 0;
  const pauses = createPauses(
    () => clock,
    async () => {
      clock += costly ? 3 : 0.02;
    },
  );
  for (let i = 0; i < 20; i += 1) await pauses.take();
  clock += 20;
  expect(pauses.due()).toBe(false);
  costly = false;
  for (let i = 0; i < 20; i += 1) await pauses.take();
  clock += 7;
  expect(pauses.due()).toBe(true);
});
