import { expect, test } from 'vitest';
import { beginDrawing, drawWait, endDrawing } from './drawPace.ts';

const draw = (ms: number): void => {
  const results = {};
  beginDrawing(results, 0);
  endDrawing(results, ms);
};

test('waits twice as long as a drawing takes, within its limits', () => {
  expect(drawWait()).toBe(16);
  for (let i = 0; i < 20; i += 1) draw(40);
  expect(drawWait()).toBeCloseTo(80, 3);
  for (let i = 0; i < 20; i += 1) draw(2000);
  expect(drawWait()).toBe(150);
  for (let i = 0; i < 20; i += 1) draw(1);
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
