/**
 * Parts of the page that are drawn together. Those out of sight follow the store one by one, each in a rendering of its
 * own, and not while a slider moves or a run is computed. Where a drawing takes long, the charts in sight follow the
 * lanes one by one, so that no frame has to show both.
 */
import { startTransition } from 'react';
import { MOVING_MS } from '../state/movingSlider.ts';
import { afterDrawing, isDrawingSlow } from './drawPace.ts';

export interface LatePlace {
  readonly followers: Set<() => void>;
  /** Whether it comes after the lanes where a drawing takes long. */
  readonly afterLanes: boolean;
  /** Called when the place has fallen behind the store, and when it is drawn again. */
  readonly onBehind: (behind: boolean) => void;
}

/** What is always drawn at once. */
export const IN_SIGHT: LatePlace = {
  followers: new Set(),
  afterLanes: false,
  onBehind: () => undefined,
};

/** From one place to the next: the browser paints and responds in between. */
const NEXT_MS = 20;

const inSight = new Set<LatePlace>([IN_SIGHT]);
const outOfSight = new Set<LatePlace>();
const behind = new Set<LatePlace>();
let changedAt = -Infinity;
let restsAt = -Infinity;
let computing = false;
let timer: ReturnType<typeof setTimeout> | null = null;

export const hasFollowers = (): boolean =>
  [...inSight, ...outOfSight].some(({ followers }) => followers.size > 0);

/** To be called for every change of the lab: two in quick succession are those of a moving slider. */
export function noteChange(now: number = performance.now()): void {
  if (now - changedAt < MOVING_MS) restsAt = now + MOVING_MS;
  changedAt = now;
}

/** Whether a slider moves. */
export const isMoving = (now: number = performance.now()): boolean => now < restsAt;

function draw(place: LatePlace): void {
  behind.delete(place);
  startTransition(() => {
    for (const follow of place.followers) follow();
    place.onBehind(false);
  });
}

function drawNext(): void {
  timer = null;
  if (computing) return;
  const rest = restsAt - performance.now();
  if (rest > 0) return drawNextAfter(rest);
  const [first, second] = [...behind].filter((place) => outOfSight.has(place));
  if (first !== undefined) draw(first);
  if (second !== undefined) drawNextAfter(NEXT_MS);
}

function drawNextAfter(ms: number): void {
  timer ??= setTimeout(drawNext, ms);
}

function fallBehind(place: LatePlace): void {
  if (place.followers.size === 0 || behind.has(place)) return;
  behind.add(place);
  place.onBehind(true);
}

function drawAfterLanes(): void {
  const next = [...behind].find((place) => inSight.has(place));
  if (next === undefined) return;
  draw(next);
  afterDrawing(drawAfterLanes);
}

/** The store has changed: draws what is in sight, and the rest in its turn, unless more is `toCome` from a run. */
export function drawPlaces(toCome: boolean): void {
  computing = toCome;
  const slow = isDrawingSlow();
  for (const place of outOfSight) fallBehind(place);
  for (const place of inSight) if (slow && place.afterLanes) fallBehind(place);
  if (behind.size > 0) drawNextAfter(NEXT_MS);
  startTransition(() => {
    for (const place of inSight) {
      if (!behind.has(place)) for (const follow of place.followers) follow();
    }
  });
  if (slow) afterDrawing(drawAfterLanes);
}

/** A place that comes into sight is drawn at once. */
export function placeInSight(place: LatePlace): void {
  outOfSight.delete(place);
  inSight.add(place);
  if (behind.has(place)) draw(place);
}

export function placeOutOfSight(place: LatePlace): void {
  inSight.delete(place);
  outOfSight.add(place);
  if (behind.has(place)) drawNextAfter(NEXT_MS);
}

export function removePlace(place: LatePlace): void {
  for (const places of [inSight, outOfSight, behind]) places.delete(place);
}
