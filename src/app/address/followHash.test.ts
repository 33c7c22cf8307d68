import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followHash } from './route.ts';

const location = { hash: '' };
const replaced: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  replaced.length = 0;
  location.hash = '#/lab?width=4';
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', {
    replaceState: (_state: null, _title: string, hash: string) => {
      replaced.push(hash);
      location.hash = hash;
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the address follows once nothing changes any more', () => {
  followHash(() => '#/lab?width=5');
  vi.advanceTimersByTime(200);
  followHash(() => '#/lab?width=6');
  vi.advanceTimersByTime(200);
  expect(replaced).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(replaced).toEqual(['#/lab?width=6']);
});

test('an update of the view that was left does not undo the navigation', () => {
  followHash(() => '#/lab?width=5');
  // A link is followed; the event that tells of it has not come yet.
  location.hash = '#/lesson';
  vi.advanceTimersByTime(1000);
  expect(replaced).toEqual([]);
  followHash(() => '#/lesson/zero');
  vi.advanceTimersByTime(1000);
  expect(replaced).toEqual(['#/lesson/zero']);
});
