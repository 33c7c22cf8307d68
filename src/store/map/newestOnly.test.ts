import { beforeEach, expect, test } from 'vitest';
import type { FromMapWorker, MapTask } from '../../worker/map/mapClient.ts';
import { newestOnly } from './newestOnly.ts';
import type { NewestOnly } from './newestOnly.ts';

interface FakeThread {
  readonly tell: (message: FromMapWorker) => void;
  readonly tasks: number[];
  ended: boolean;
}

const task = (seed: number): MapTask => ({ kind: 'bornDead', depth: 5, seed });

let threads: FakeThread[];
let told: string[];
let tasks: NewestOnly;

beforeEach(() => {
  threads = [];
  told = [];
  tasks = newestOnly(
    (tell) => {
      const fake: FakeThread = { tell, tasks: [], ended: false };
      threads.push(fake);
      return {
        run: (each) => void (each.kind === 'bornDead' && fake.tasks.push(each.seed)),
        end: () => {
          fake.ended = true;
        },
      };
    },
    ({ type }) => void told.push(type),
  );
});

test('of the tasks that wait only the newest is run, in the same thread', () => {
  for (const seed of [1, 2, 3]) tasks.run(task(seed));
  expect(threads.map((each) => each.tasks)).toEqual([[1]]);
  threads[0]!.tell({ type: 'done' });
  expect(threads.map((each) => each.tasks)).toEqual([[1, 3]]);
  threads[0]!.tell({ type: 'done' });
  tasks.run(task(4));
  expect(threads.map((each) => each.tasks)).toEqual([[1, 3, 4]]);
});

test('after a failure another thread runs the task that waits, and those that follow', () => {
  tasks.run(task(1));
  tasks.run(task(2));
  threads[0]!.tell({ type: 'failed', detail: 'gone' });
  expect(told).toEqual(['failed']);
  expect(threads.map(({ ended }) => ended)).toEqual([true, false]);
  expect(threads[1]!.tasks).toEqual([2]);
  threads[1]!.tell({ type: 'failed', detail: 'gone' });
  expect(threads.length).toBe(2);
  tasks.run(task(3));
  expect(threads[2]!.tasks).toEqual([3]);
});

test('ended, it forgets what waits', () => {
  tasks.run(task(1));
  tasks.run(task(2));
  tasks.end();
  expect(threads[0]!.ended).toBe(true);
  tasks.run(task(3));
  expect(threads.map((each) => each.tasks)).toEqual([[1], [3]]);
});
