import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginDrawing, drawWait, endDrawing, measureDrawings } from './drawPace.ts';

let leave: () => void;
beforeEach(() => {
  leave = measureDrawings();
});
afterEach(() => {
  drawQuickly();
  leave();
});

const draw = (ms: number): void => {
  const results = {};
  beginDrawing(results, 0);
  endDrawing(results, ms);
};
const drawQuickly = (): void => {
  for (let i = 0; i < 20; i += 1) draw(1);
};

test('waits twice as long as a drawing takes, within its limits', () => {
  expect(drawWait()).toBe(16);
  for (let i = 0; i < 20; i += 1) draw(40);
  expect(drawWait()).toBeCloseTo(80, 3);
  for (let i = 0; i < 20; i += 1) draw(2000);
  expect(drawWait()).toBe(150);
  drawQuickly();
  expect(drawWait()).toBe(16);
});

test('a drawing that was overtaken ends with the newer results, and counts from its beginning', () => {
  const [first, second] = [{}, {}];
  beginDrawing(first, 0);
  beginDrawing(second, 30);
  endDrawing(first, 40);
  expect(drawWait()).toBe(16);
  endDrawing(second, 92);
  expect(drawWait()).toBe(100);
  endDrawing(second, 900);
  expect(drawWait()).toBe(100);
});

test('a change that leaves the results as they are drawn begins no drawing', () => {
  const [shown, next] = [{}, {}];
  beginDrawing(shown, 0);
  endDrawing(shown, 1);
  // A layer is pointed at, and nine seconds later a slider moves.
  beginDrawing(shown, 1000);
  beginDrawing(next, 10_000);
  endDrawing(next, 10_040);
  expect(drawWait()).toBe(48);
});

test('nothing is measured while the page shows no results', () => {
  leave();
  const [before, shown] = [{}, {}];
  beginDrawing(before, 0);
  leave = measureDrawings();
  // The component that has come shows what was there.
  endDrawing(before, 60_000);
  expect(drawWait()).toBe(16);
  beginDrawing(shown, 70_000);
  endDrawing(shown, 70_040);
  expect(drawWait()).toBe(48);
});
