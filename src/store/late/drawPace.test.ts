import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  beginDrawing,
  drawWait,
  endDrawing,
  measureDrawings,
  nextDrawing,
  partialDrawWait,
  timePainting,
} from './drawPace.ts';

const atOnce: typeof timePainting = (report) => report(0);

function draw(rendering: number, painting: number = 0): void {
  const results = {};
  beginDrawing(results, 0);
  endDrawing(results, rendering, (report) => report(painting));
}
function drawOften(rendering: number, painting: number = 0): void {
  for (let i = 0; i < 20; i += 1) draw(rendering, painting);
}

let leave: () => void;
beforeEach(() => {
  leave = measureDrawings();
});
afterEach(() => {
  vi.unstubAllGlobals();
  drawOften(1);
  leave();
});

test('waits twice as long as a drawing takes, within its limits', () => {
  expect(drawWait()).toBe(16);
  drawOften(40);
  expect(drawWait()).toBeCloseTo(80, 3);
  drawOften(2000);
  expect(drawWait()).toBe(150);
  drawOften(1);
  expect(drawWait()).toBe(16);
});

test('painting counts as much as rendering, and a slow one delays what is drawn half-way most', () => {
  drawOften(10, 30);
  expect(drawWait()).toBeCloseTo(80, 3);
  expect(partialDrawWait()).toBeCloseTo(80, 3);
  drawOften(20, 100);
  expect(drawWait()).toBe(150);
  expect(partialDrawWait()).toBeCloseTo(240, 3);
  drawOften(20, 2000);
  expect(partialDrawWait()).toBe(300);
});

test('painting is what a frame takes longer than usual', () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  const now = vi.spyOn(performance, 'now');
  const timed = (ms: number): number => {
    const report = vi.fn<(ms: number) => void>();
    timePainting(report);
    now.mockReturnValue(1000);
    frames.shift()?.();
    now.mockReturnValue(1000 + ms);
    frames.shift()?.();
    return report.mock.calls[0]?.[0] ?? NaN;
  };
  expect(timed(16.7)).toBe(0);
  expect(timed(120)).toBe(100);
  now.mockRestore();
});

test('results are drawn at once, unless they follow another drawing', () => {
  drawOften(30);
  beginDrawing({}, 1000);
  expect(nextDrawing(1010)).toBeCloseTo(1060, 3);
  expect(nextDrawing(1100)).toBe(1116);
});

test('a drawing that was overtaken ends with the newer results, and counts from its beginning', () => {
  const [first, second] = [{}, {}];
  beginDrawing(first, 0);
  beginDrawing(second, 30);
  endDrawing(first, 40, atOnce);
  expect(drawWait()).toBe(16);
  endDrawing(second, 92, atOnce);
  expect(drawWait()).toBe(100);
  endDrawing(second, 900, atOnce);
  expect(drawWait()).toBe(100);
});

test('a change that leaves the results as they are drawn begins no drawing', () => {
  const [shown, next] = [{}, {}];
  beginDrawing(shown, 0);
  endDrawing(shown, 1, atOnce);
  // A layer is pointed at, and nine seconds later a slider moves.
  beginDrawing(shown, 1000);
  expect(nextDrawing(1000)).toBe(1016);
  beginDrawing(next, 10_000);
  endDrawing(next, 10_040, atOnce);
  expect(drawWait()).toBe(48);
});

test('nothing is measured while the page shows no results', () => {
  leave();
  const [before, shown] = [{}, {}];
  beginDrawing(before, 0);
  leave = measureDrawings();
  // The component that has come shows what was there.
  endDrawing(before, 60_000, atOnce);
  expect(drawWait()).toBe(16);
  beginDrawing(shown, 70_000);
  endDrawing(shown, 70_040, atOnce);
  expect(drawWait()).toBe(48);
});
