import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawSoon } from './drawTimer.ts';
import type { Activity } from './drawTimer.ts';

const RESTING = { computing: false, moving: false } as const;
const COMPUTING = { computing: true, moving: false } as const;
const MOVING = { computing: true, moving: true } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test('a short run is drawn once, when it is done', () => {
  const draw = vi.fn<() => void>();
  // The setting has changed, and what it changes is asked for a moment later.
  drawSoon(draw, RESTING);
  drawSoon(draw, COMPUTING);
  vi.advanceTimersByTime(60);
  drawSoon(draw, COMPUTING);
  vi.advanceTimersByTime(30);
  expect(draw).not.toHaveBeenCalled();
  drawSoon(draw, RESTING);
  vi.advanceTimersByTime(1);
  expect(draw).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(200);
  expect(draw).toHaveBeenCalledTimes(1);
});

test('a long run is drawn while it is computed, more often while a slider moves', () => {
  const drawings = (activity: Activity): number => {
    const draw = vi.fn<() => void>();
    for (let i = 0; i < 30; i += 1) {
      drawSoon(draw, activity);
      vi.advanceTimersByTime(20);
    }
    vi.runAllTimers();
    return draw.mock.calls.length;
  };
  expect(drawings(COMPUTING)).toBe(6);
  expect(drawings(MOVING)).toBe(10);
});

test('what is not computed waits for a frame, and for all changes in it', () => {
  const draw = vi.fn<() => void>();
  drawSoon(draw, RESTING);
  vi.advanceTimersByTime(10);
  drawSoon(draw, RESTING);
  expect(draw).not.toHaveBeenCalled();
  vi.advanceTimersByTime(6);
  expect(draw).toHaveBeenCalledTimes(1);
});
