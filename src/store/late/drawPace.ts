/**
 * How long results are gathered before they are drawn. The page measures what a drawing takes and leaves twice that
 * for everything else: a fast device draws at almost every frame, a slow one less often, and answers in between.
 */
const WAIT_MS = { min: 16, max: 150 } as const;

let wait: number = WAIT_MS.min;
/** Number of components that say when results are drawn. */
let measuring = 0;
let drawn: unknown = null;
let drawing: { readonly results: unknown; readonly start: number } | null = null;

/** In ms. */
export const drawWait = (): number => wait;

/** For a component that calls `endDrawing`; returns what is called when it leaves the page. */
export function measureDrawings(): () => void {
  measuring += 1;
  return () => {
    measuring -= 1;
    drawing = null;
    if (measuring === 0) drawn = null;
  };
}

/** A drawing that has not ended goes on with newer results. Results that are drawn already are not drawn again. */
export function beginDrawing(results: unknown, now: number = performance.now()): void {
  if (measuring > 0 && results !== drawn) drawing = { results, start: drawing?.start ?? now };
}

/** Half of the new wait comes from the one before, so that a single slow drawing has little effect. */
export function endDrawing(results: unknown, now: number = performance.now()): void {
  drawn = results;
  if (drawing === null || drawing.results !== results) return;
  wait = Math.min(WAIT_MS.max, Math.max(WAIT_MS.min, wait / 2 + (now - drawing.start)));
  drawing = null;
}
