import { afterEach, expect, test, vi } from 'vitest';
import { takeEarlyThread } from './earlyThread.ts';
import { kernelsOfPool } from './kernelsOfPool.ts';
import type { KernelModule } from './kernelModule.ts';

const LOADED = { module: null, build: 'simd' } as const satisfies KernelModule;
const worker = {};

/** As a script in the page does. */
const offer = (kernels: Promise<KernelModule | null>): boolean =>
  Reflect.set(globalThis, 'earlyThread', { start: () => ({ worker, kernels }) });

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'earlyThread');
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Counts the requests for kernels, none of which is answered. */
function noNetwork(): { readonly count: () => number } {
  const fetch = vi.fn(() => Promise.reject(new Error('off line')));
  vi.stubGlobal('fetch', fetch);
  return { count: () => fetch.mock.calls.length };
}

test('the early thread is given out once, and not the one that has failed', () => {
  offer(Promise.resolve(LOADED));
  expect(takeEarlyThread()).toBe(worker);
  expect(takeEarlyThread()).toBeNull();
});

test('none is given out where none may start', () => {
  Reflect.set(globalThis, 'earlyThread', { start: () => null });
  expect(takeEarlyThread()).toBeNull();
});

test('the pool has the kernels of the early thread, also when that has been taken', async () => {
  const requests = noNetwork();
  offer(Promise.resolve(LOADED));
  const kernels = kernelsOfPool();
  takeEarlyThread();
  expect(await kernels).toBe(LOADED);
  expect(requests.count()).toBe(0);
});

test('it loads them where there is no early thread, and where that has failed', async () => {
  const requests = noNetwork();
  expect((await kernelsOfPool()).build).toBe('reference');
  offer(Promise.resolve(null));
  expect((await kernelsOfPool()).build).toBe('reference');
  expect(requests.count()).toBe(2);
});

test('it loads them if the early thread does not answer within a second', async () => {
  vi.useFakeTimers();
  const requests = noNetwork();
  offer(new Promise(() => undefined));
  const kernels = kernelsOfPool();
  await vi.advanceTimersByTimeAsync(900);
  expect(requests.count()).toBe(0);
  await vi.advanceTimersByTimeAsync(200);
  expect(requests.count()).toBe(1);
  expect((await kernels).build).toBe('reference');
});
