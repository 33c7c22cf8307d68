import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OutOfMemory } from '../../engine/kernels.ts';
import type { Kernels } from '../../engine/kernels.ts';
import { serveTasks } from './serveTasks.ts';
import type { FromTaskThread, ToTaskThread } from './taskProtocol.ts';

class FakeScope extends EventTarget {
  readonly sent: FromTaskThread<number>[] = [];

  postMessage(message: FromTaskThread<number>): void {
    this.sent.push(message);
  }

  hear(data: ToTaskThread<string>): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  run(task: string): Promise<void> {
    const before = this.sent.length;
    this.hear({ type: 'run', task, kernels: { module: null, build: 'reference' } });
    return vi.waitFor(() => {
      const last = this.sent.slice(before).at(-1)?.type;
      if (last !== 'done' && last !== 'failed') throw new Error('still at work');
    });
  }
}

let scope: FakeScope;

beforeEach(() => {
  scope = new FakeScope();
  vi.stubGlobal('self', scope);
});
afterEach(() => vi.unstubAllGlobals());

test('each step is told, in its order', async () => {
  serveTasks<string, number>(async (_, { post, complete }) => {
    await complete([1, 2, 3].values() as Generator<number, void, void>, post);
  });
  await scope.run('a');
  expect(scope.sent.flatMap((each) => (each.type === 'part' ? [each.part] : []))).toEqual([
    1, 2, 3,
  ]);
});

test('a question is answered at once where nothing is to be done', () => {
  serveTasks<string, number>(async () => undefined);
  scope.hear({ type: 'ping' });
  expect(scope.sent).toEqual([{ type: 'pong' }]);
});

test('tasks share the kernels, until one fails', async () => {
  const used: Kernels[] = [];
  serveTasks<string, number>(async (task, { kernels }) => {
    used.push(kernels);
    if (task === 'too large') throw new OutOfMemory(2 ** 40);
  });
  for (const task of ['a', 'too large', 'b']) await scope.run(task);
  expect(scope.sent).toEqual([
    { type: 'done' },
    { type: 'failed', error: { code: 'out-of-memory', detail: String(2 ** 40) } },
    { type: 'done' },
  ]);
  expect(used[1]).toBe(used[0]);
  expect(used[2]).not.toBe(used[0]);
});
