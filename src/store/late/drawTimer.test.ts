import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawSoon } from './drawTimer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test('a short run is drawn once, when it is done', () => {
  const draw = vi.fn<() => void>();
  // The setting has changed, and what it changes is asked for a moment later.
  drawSoon(draw, false);
  drawSoon(draw, true);
  vi.advanceTimersByTime(20);
  drawSoon(draw, true);
  vi.advanceTimersByTime(10);
  expect(draw).not.toHaveBeenCalled();
  drawSoon(draw, false);
  vi.advanceTimersByTime(1);
  expect(draw).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(200);
  expect(draw).toHaveBeenCalledTimes(1);
});

test('a long run is drawn while it is computed', () => {
  const draw = vi.fn<() => void>();
  for (let i = 0; i < 10; i += 1) {
    drawSoon(draw, true);
    vi.advanceTimersByTime(20);
  }
  expect(draw.mock.calls.length).toBe(3);
});

test('what is not computed waits for a frame, and for all changes in it', () => {
  const draw = vi.fn<() => void>();
  drawSoon(draw, false);
  vi.advanceTimersByTime(10);
  drawSoon(draw, false);
  expect(draw).not.toHaveBeenCalled();
  vi.advanceTimersByTime(6);
  expect(draw).toHaveBeenCalledTimes(1);
});
