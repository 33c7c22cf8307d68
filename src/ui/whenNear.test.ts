/** When the page draws ahead: in a window that only has what is needed for it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenUnhurried } from './whenNear.ts';

let idle: Map<number, () => void>;

class FakeWindow extends EventTarget {
  requestIdleCallback(run: () => void): number {
    idle.set(idle.size + 1, run);
    return idle.size;
  }

  cancelIdleCallback(handle: number): void {
    idle.delete(handle);
  }
}

const page = new FakeWindow();

beforeEach(() => {
  idle = new Map();
  vi.useFakeTimers();
  vi.stubGlobal('window', page);
  vi.stubGlobal('HTMLElement', vi.fn());
  vi.stubGlobal('IntersectionObserver', vi.fn());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const quiet = (): void => void vi.advanceTimersByTime(5000);

function becomeIdle(): void {
  const runs = [...idle.values()];
  idle.clear();
  for (const run of runs) run();
}

test('what waits for an idle page is drawn once it has been quiet', () => {
  const draw = vi.fn();
  whenUnhurried(draw);
  becomeIdle();
  expect(draw).not.toHaveBeenCalled();
  quiet();
  becomeIdle();
  expect(draw).toHaveBeenCalledTimes(1);
});

test('a key pressed while the page waits to be idle puts the drawing off', () => {
  const draw = vi.fn();
  whenUnhurried(draw);
  quiet();
  page.dispatchEvent(new Event('keydown'));
  becomeIdle();
  expect(draw).not.toHaveBeenCalled();
  quiet();
  becomeIdle();
  expect(draw).toHaveBeenCalledTimes(1);
});

test('what was cancelled is not drawn', () => {
  const draw = vi.fn();
  const cancel = whenUnhurried(draw);
  quiet();
  cancel();
  becomeIdle();
  expect(draw).not.toHaveBeenCalled();
});
