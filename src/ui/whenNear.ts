/** Lets parts of the page that are out of sight wait until they come near, until the page is idle, or until printing. */
import { startTransition, useEffect } from 'react';
import { flushSync } from 'react-dom';
import { whenIdle } from './moments.ts';
import { markPending, wasComplete } from './pending.ts';
import { inTurn } from './useTurn.ts';

/** How far from the window a part counts as near, in heights of the window. */
const NEAR = 1;
/** How long no part was added or drawn, and nobody pressed or scrolled, before the page draws ahead. */
const QUIET_MS = 5000;
/** From one part drawn ahead to the next. */
const NEXT_MS = 50;
/**
 * A page that takes longer is too slow to draw ahead: the reader may scroll at that moment. What waits for an idle page
 * alone, such as a frame by Recharts, takes longer than a part on any device.
 */
const SLOW_MS = { part: 50, frame: 120 } as const;

/** Room that a waiting part keeps until `leaveRoom`; most charts are about as high. */
const WAITING_HEIGHT = '17rem';

interface Waiting {
  readonly run: () => void;
  /** The page is complete without it. */
  readonly settle: () => void;
  /** Leaves the queue of what is drawn one by one. */
  leave?: () => void;
}

/** What waits, by the element that has to come near; by itself if it waits for an idle page alone. */
const waiting = new Map<HTMLElement | (() => void), Waiting>();
let all = false;
let slow = false;
let busy = 0;
let cancelDrawing = (): void => undefined;

/** What is being drawn, by its element: how to say that it is complete. */
const drawing = new WeakMap<HTMLElement, () => void>();

function forget(key: HTMLElement | (() => void)): Waiting | undefined {
  const wait = waiting.get(key);
  waiting.delete(key);
  wait?.leave?.();
  if (key instanceof HTMLElement) near?.unobserve(key);
  return wait;
}

function draw(key: HTMLElement | (() => void)): void {
  const wait = forget(key);
  if (wait === undefined) return;
  if (key instanceof HTMLElement) drawing.set(key, wait.settle);
  wait.run();
}

/** One part per idle moment: first those out of sight, whose drawing tells how fast the device is. */
function drawAhead(): void {
  const keys = [...waiting.keys()];
  const first = keys.find((key) => key instanceof HTMLElement) ?? keys[0];
  if (first === undefined) return;
  const start = performance.now();
  flushSync(() => draw(first));
  const limit = SLOW_MS[first instanceof HTMLElement ? 'part' : 'frame'];
  slow = performance.now() - start > limit;
  drawAheadAfter(NEXT_MS);
}

function drawAheadAfter(ms: number): void {
  cancelDrawing();
  if (waiting.size === 0 || slow || busy > 0) return;
  const timer = setTimeout(() => {
    cancelDrawing = whenIdle(drawAhead);
  }, ms);
  cancelDrawing = () => clearTimeout(timer);
}

const waitForQuiet = (): void => drawAheadAfter(QUIET_MS);

/** Marks the page as busy while a component moves something: nothing is drawn ahead. */
export function useBusyPage(moves: boolean): void {
  useEffect(() => {
    if (!moves) return undefined;
    busy += 1;
    waitForQuiet();
    return () => {
      busy -= 1;
      waitForQuiet();
    };
  }, [moves]);
}

let near: IntersectionObserver | null = null;

function watch(): IntersectionObserver {
  for (const event of ['pointerdown', 'keydown', 'input', 'scroll', 'wheel'])
    window.addEventListener(event, waitForQuiet, { passive: true, capture: true });
  // The browser lays out the printed page as soon as the listeners have returned.
  window.addEventListener('beforeprint', () => {
    const parts = [...waiting.keys()].filter((key) => key instanceof HTMLElement);
    flushSync(() => {
      for (const part of parts) draw(part);
    });
  });
  return new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!(target instanceof HTMLElement)) continue;
        const wait = waiting.get(target);
        if (wait === undefined) continue;
        if (isIntersecting) wait.leave ??= inTurn(() => startTransition(() => draw(target)));
        else wait.settle();
      }
    },
    { rootMargin: `${NEAR * 100}%` },
  );
}

/** Lets nothing wait from now on, for a page that is looked through by scripts. */
export function drawEverything(): void {
  all = true;
  for (const key of waiting.keys()) draw(key);
}

function isNear(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight * (1 + NEAR) && bottom > -innerHeight * NEAR;
}

/**
 * Calls `run` once, when the element comes near: at once if it is, or is not shown. While the page is being opened,
 * after the browser's own layout instead, one part per frame, since asking for places would force a layout in the
 * task that mounts the page. Meanwhile it is at least as high as `room`, until `leaveRoom`. Returns what cancels it.
 */
export function whenNear(
  element: HTMLElement,
  run: () => void,
  room: string = WAITING_HEIGHT,
): () => void {
  const opening = !wasComplete();
  if (all || (!opening && isNear(element))) {
    run();
    return () => undefined;
  }
  element.style.minBlockSize = room;
  waiting.set(element, { run, settle: opening ? markPending() : () => undefined });
  near ??= watch();
  near.observe(element);
  waitForQuiet();
  return () => {
    forget(element)?.settle();
    endDrawing(element);
  };
}

function endDrawing(element: HTMLElement): void {
  drawing.get(element)?.();
  drawing.delete(element);
}

/** For an element that has been drawn. */
export function leaveRoom(element: HTMLElement): void {
  element.style.minBlockSize = '';
  endDrawing(element);
}

/** Calls `run` once when the page has been idle for a while, unless the device is slow. Returns what cancels it. */
export function whenUnhurried(run: () => void): () => void {
  near ??= watch();
  waiting.set(run, { run, settle: () => undefined });
  if (all) draw(run);
  else waitForQuiet();
  return () => void forget(run);
}
