/** A thread of tasks over workers that only do what a test tells them. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KernelModule } from '../kernelModule.ts';
import type { FromTaskThread, TaskEnd, ToTaskThread } from './taskProtocol.ts';
import { createTaskThread } from './taskThread.ts';
import type { TaskThread } from './taskThread.ts';

class FakeWorker extends EventTarget {
  readonly sent: ToTaskThread<string>[] = [];
  ended = false;

  postMessage(message: ToTaskThread<string>): void {
    this.sent.push(message);
  }

  terminate(): void {
    this.ended = true;
  }

  tell(data: FromTaskThread<number>): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  fail(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }

  get tasks(): readonly string[] {
    return this.sent.flatMap((message) => (message.type === 'run' ? [message.task] : []));
  }
}

const SIMD: KernelModule = { module: null, build: 'simd' };

let workers: FakeWorker[];
let told: (number | TaskEnd)[];
let restarts: number;
let thread: TaskThread<string>;

function threadWith(kernels: KernelModule): TaskThread<string> {
  return createTaskThread<string, number>({
    newWorker: async () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    kernels: async () => kernels,
    onMessage: (message) => void told.push(message),
    onRestart: () => {
      restarts += 1;
    },
  });
}

const seconds = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(1000 * count);
const part = (value: number): FromTaskThread<number> => ({ type: 'part', part: value });

beforeEach(() => {
  vi.useFakeTimers();
  [workers, told, restarts] = [[], [], 0];
  thread = threadWith(SIMD);
});
afterEach(() => {
  thread.end();
  vi.useRealTimers();
});

/** Runs a task, and lets the thread say that it is there. */
async function begin(task = 'a'): Promise<FakeWorker> {
  thread.run(task);
  await seconds(0);
  const worker = workers.at(-1)!;
  worker.tell({ type: 'pong' });
  return worker;
}

test('one thread completes one task after the other, with its kernels', async () => {
  const worker = await begin();
  expect(worker.sent).toEqual([{ type: 'run', task: 'a', kernels: SIMD }]);
  worker.tell(part(1));
  worker.tell({ type: 'done' });
  await begin('b');
  expect(workers.length).toBe(1);
  expect(worker.tasks).toEqual(['a', 'b']);
  expect(told).toEqual([1, { type: 'done' }]);
});

test('a task that throws fails, and the thread stays', async () => {
  const worker = await begin();
  const error = { code: 'internal', detail: 'no' } as const;
  worker.tell({ type: 'failed', error });
  expect(told).toEqual([{ type: 'failed', error }]);
  await begin('b');
  expect(worker.tasks).toEqual(['a', 'b']);
});

test.each([
  [
    'whose file cannot be fetched',
    (worker: FakeWorker) => worker.dispatchEvent(new Event('error')),
    'not-loaded',
  ],
  ['that dies', (worker: FakeWorker) => worker.fail('gone'), 'crashed'],
  [
    'whose message cannot be read',
    (worker: FakeWorker) => worker.dispatchEvent(new Event('messageerror')),
    'crashed',
  ],
] as const)('a thread %s fails its task, and the next one gets another', async (_, fault, code) => {
  const worker = await begin();
  fault(worker);
  expect(told).toMatchObject([{ type: 'failed', error: { code } }]);
  await seconds(0);
  expect(worker.ended).toBe(true);
  worker.tell(part(1));
  expect(told.length).toBe(1);
  await begin('b');
  expect(workers[1]!.tasks).toEqual(['b']);
});

test('where no thread may start the task fails', async () => {
  thread = createTaskThread<string, number>({
    newWorker: () => Promise.reject(new Error('not here')),
    kernels: async () => SIMD,
    onMessage: (message) => void told.push(message),
    onRestart: () => undefined,
  });
  thread.run('a');
  await seconds(0);
  expect(told).toMatchObject([{ type: 'failed', error: { code: 'no-threads' } }]);
});

test('one that falls silent is replaced within five seconds, and its task begun again', async () => {
  const worker = await begin();
  worker.tell(part(1));
  await seconds(5);
  expect(worker.ended).toBe(true);
  expect(restarts).toBe(1);
  expect(workers[1]!.tasks).toEqual(['a']);
  // A thread that was taken for dead is not heard.
  worker.tell({ type: 'done' });
  workers[1]!.tell(part(1));
  workers[1]!.tell({ type: 'done' });
  expect(told).toEqual([1, 1, { type: 'done' }]);
});

test('one that answers is left alone, however long its task', async () => {
  const worker = await begin();
  for (let second = 0; second < 30; second += 1) {
    await seconds(1);
    if (worker.sent.at(-1)!.type === 'ping') worker.tell({ type: 'pong' });
  }
  expect(workers.length).toBe(1);
  expect(restarts).toBe(0);
});

test('one that was killed before its first message is replaced in the end', async () => {
  thread.run('a');
  await seconds(59);
  expect(workers.length).toBe(1);
  await seconds(1);
  expect(workers[1]!.tasks).toEqual(['a']);
});

test('one that died while it had nothing to do is replaced at the next task', async () => {
  const worker = await begin();
  worker.tell({ type: 'done' });
  await seconds(60);
  expect(worker.sent.filter(({ type }) => type === 'ping').length).toBeLessThan(2);
  thread.run('b');
  await seconds(6);
  expect(workers[1]!.tasks).toEqual(['b']);
});

test('the plain kernels, which pause less often, get more time', async () => {
  thread = threadWith({ module: null, build: 'reference' });
  const worker = await begin();
  await seconds(29);
  expect(worker.ended).toBe(false);
  await seconds(1);
  expect(worker.ended).toBe(true);
});

test('after falling silent again and again the task fails; the next one tries again', async () => {
  await begin();
  for (let silence = 1; silence <= 3; silence += 1) {
    workers.at(-1)!.tell({ type: 'pong' });
    await seconds(5);
  }
  expect(workers.length).toBe(3);
  expect(restarts).toBe(2);
  expect(told).toMatchObject([{ type: 'failed', error: { code: 'crashed' } }]);
  await begin('b');
  await seconds(5);
  expect(workers.length).toBe(5);
  expect(told.length).toBe(1);
});

test('once ended it says nothing, and can run another task', async () => {
  const worker = await begin();
  thread.end();
  worker.tell(part(1));
  worker.fail('gone');
  await seconds(60);
  expect(worker.ended).toBe(true);
  expect(told).toEqual([]);
  await begin('b');
  expect(workers[1]!.tasks).toEqual(['b']);
});

test('ended before it has started it never gets its task', async () => {
  thread.run('a');
  thread.end();
  await seconds(0);
  expect(workers[0]!.sent).toEqual([]);
  expect(workers[0]!.ended).toBe(true);
});
