import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beginDrawing, endDrawing, measureDrawings } from './drawPace.ts';
import {
  drawPlaces,
  noteChange,
  placeInSight,
  placeOutOfSight,
  removePlace,
} from './latePlaces.ts';
import type { LatePlace } from './latePlaces.ts';

/** Every test begins long after the one before, in ms. */
let clock = 0;
let log: string[];
let places: LatePlace[];

function place(name: string, afterLanes: boolean = false): LatePlace {
  const added: LatePlace = {
    followers: new Set([() => void log.push(name)]),
    afterLanes,
    onBehind: (behind) => void log.push(`${name} ${behind ? 'waits' : 'is up to date'}`),
  };
  placeInSight(added);
  places.push(added);
  return added;
}

const told = (): readonly string[] => log.splice(0);

beforeEach(() => {
  vi.useFakeTimers();
  clock += 10_000;
  vi.advanceTimersByTime(clock);
  log = [];
  places = [];
});

afterEach(() => {
  for (const each of places) removePlace(each);
  vi.useRealTimers();
});

test('what is in sight is drawn at once, the rest one by one', () => {
  place('seen');
  placeOutOfSight(place('first'));
  placeOutOfSight(place('second'));
  noteChange();
  drawPlaces(false);
  expect(told()).toEqual(['first waits', 'second waits', 'seen']);
  vi.advanceTimersByTime(20);
  expect(told()).toEqual(['first', 'first is up to date']);
  vi.advanceTimersByTime(20);
  expect(told()).toEqual(['second', 'second is up to date']);
});

test('nothing out of sight is drawn while a slider moves, and all of it afterwards', () => {
  place('seen');
  placeOutOfSight(place('hidden'));
  for (let i = 0; i < 10; i += 1) {
    noteChange();
    drawPlaces(false);
    vi.advanceTimersByTime(i === 0 ? 10 : 100);
  }
  expect(told()).toEqual(['hidden waits', ...Array<string>(10).fill('seen')]);
  vi.advanceTimersByTime(149);
  expect(told()).toEqual([]);
  vi.advanceTimersByTime(2);
  expect(told()).toEqual(['hidden', 'hidden is up to date']);
});

test('a place that comes into sight is drawn at once, and not again in its turn', () => {
  const hidden = place('hidden');
  placeOutOfSight(hidden);
  drawPlaces(false);
  expect(told()).toEqual(['hidden waits']);
  placeInSight(hidden);
  expect(told()).toEqual(['hidden', 'hidden is up to date']);
  vi.advanceTimersByTime(1000);
  expect(told()).toEqual([]);
  placeOutOfSight(hidden);
  placeInSight(hidden);
  expect(told()).toEqual([]);
});

test('what is out of sight waits for the end of a run', () => {
  place('seen');
  placeOutOfSight(place('hidden'));
  for (let i = 0; i < 5; i += 1) {
    drawPlaces(true);
    vi.advanceTimersByTime(100);
  }
  expect(told()).toEqual(['hidden waits', ...Array<string>(5).fill('seen')]);
  drawPlaces(false);
  vi.advanceTimersByTime(20);
  expect(told()).toEqual(['seen', 'hidden', 'hidden is up to date']);
});

test('a place that leaves the page is forgotten', () => {
  const hidden = place('hidden');
  placeOutOfSight(hidden);
  drawPlaces(false);
  told();
  removePlace(hidden);
  vi.advanceTimersByTime(1000);
  expect(told()).toEqual([]);
});

/** As on a device whose drawings take `ms`; returns what forgets it. */
function drawingsTake(ms: number): () => void {
  const leave = measureDrawings();
  const draw = (each: number): void => {
    const results = {};
    beginDrawing(results, 0);
    endDrawing(results, each, (report) => report(0));
  };
  for (let i = 0; i < 20; i += 1) draw(ms);
  return () => {
    for (let i = 0; i < 20; i += 1) draw(1);
    leave();
  };
}

test('where drawings take long, charts follow the lanes one by one, each after a frame', () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  const frame = (): void => {
    for (const run of frames.splice(0)) run();
    vi.advanceTimersByTime(0);
  };
  const forget = drawingsTake(80);
  place('lanes');
  place('loop', true);
  place('sizes', true);
  const results = {};
  beginDrawing(results, 0);
  drawPlaces(true);
  expect(told()).toEqual(['loop waits', 'sizes waits', 'lanes']);
  // Until the lanes are in the page, no frame counts.
  frame();
  expect(told()).toEqual([]);
  endDrawing(results, 80, (report) => report(0));
  frame();
  expect(told()).toEqual(['loop', 'loop is up to date']);
  frame();
  expect(told()).toEqual(['sizes', 'sizes is up to date']);
  frame();
  expect(told()).toEqual([]);
  forget();
  drawPlaces(false);
  expect(told()).toEqual(['lanes', 'loop', 'sizes']);
  vi.unstubAllGlobals();
});
