import { beforeEach, expect, test } from 'vitest';
import type { MapMessage, MapTask } from '../../worker/map/mapClient.ts';
import { newestOnly } from './newestOnly.ts';
import type { NewestOnly } from './newestOnly.ts';

const task = (seed: number): MapTask => ({ kind: 'bornDead', depth: 5, seed });
const FAILED: MapMessage = { type: 'failed', error: { code: 'crashed', detail: 'gone' } };

let tell: (message: MapMessage) => void;
let ran: number[];
let ended: number;
let told: string[];
let tasks: NewestOnly;

beforeEach(() => {
  [ran, ended, told] = [[], 0, []];
  tasks = newestOnly(
    (onMessage) => {
      tell = onMessage;
      return {
        run: (each) => void (each.kind === 'bornDead' && ran.push(each.seed)),
        end: () => {
          ended += 1;
        },
      };
    },
    ({ type }) => void told.push(type),
  );
});

test('of the tasks that wait only the newest is run', () => {
  for (const seed of [1, 2, 3]) tasks.run(task(seed));
  expect(ran).toEqual([1]);
  tell({ type: 'done' });
  expect(ran).toEqual([1, 3]);
  tell({ type: 'done' });
  tasks.run(task(4));
  expect(ran).toEqual([1, 3, 4]);
});

test('after a failure the task that waits is run, and there is nothing to repeat', () => {
  tasks.run(task(1));
  tasks.run(task(2));
  tell(FAILED);
  expect(told).toEqual(['failed']);
  tasks.again();
  expect(ran).toEqual([1, 2]);
});

test('a task that has failed is run again on request, and only then', () => {
  tasks.run(task(1));
  tasks.again();
  tell(FAILED);
  expect(ran).toEqual([1]);
  tasks.again();
  expect(ran).toEqual([1, 1]);
  tell({ type: 'done' });
  tasks.again();
  expect(ran).toEqual([1, 1]);
});

test('ended, it forgets what waits', () => {
  tasks.run(task(1));
  tasks.run(task(2));
  tasks.end();
  expect(ended).toBe(1);
  tasks.run(task(3));
  expect(ran).toEqual([1, 3]);
});
