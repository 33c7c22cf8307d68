/**
 * How long results are gathered before they are drawn. The page measures what a drawing takes, with its painting, and
 * leaves twice that for everything else: a fast device draws at almost every frame, a slow one less often, and answers
 * in between.
 */
const WAIT_MS = { min: 16, max: 150, maxPartial: 300 } as const;
/** Drawings that take longer are divided, in ms. */
const SLOW_MS = 30;
/** Where painting takes no time, one frame follows another within this. */
const FRAME_MS = 20;

let wait: number = WAIT_MS.min;
/** Number of components that say when results are drawn. */
let measuring = 0;
let drawn: unknown = null;
let drawing: { readonly results: unknown; readonly start: number } | null = null;
/** When the last drawing began. */
let began = -Infinity;
let afterwards: (() => void) | null = null;

/** In ms. */
export const drawWait = (): number => Math.min(WAIT_MS.max, wait);

/** The wait of what is drawn half-way through a run, in ms: it delays the end of the run. */
export const partialDrawWait = (): number => wait;

/** Whether a drawing takes so long that it is divided. */
export const isDrawingSlow = (): boolean => wait > SLOW_MS * 2;

function callAfterwards(): void {
  const run = afterwards;
  afterwards = null;
  run?.();
}

/** Calls `run` once the drawing that has begun is in a frame, at the next frame if none has. */
export function afterDrawing(run: () => void): void {
  afterwards = run;
  if (drawing === null) requestAnimationFrame(() => setTimeout(callAfterwards));
}

/** When results requested at `asked` are drawn: almost at once, unless they follow another drawing. */
export const nextDrawing = (asked: number): number =>
  Math.max(asked + WAIT_MS.min, began + drawWait());

/** For a component that calls `endDrawing`; returns what is called when it leaves the page. */
export function measureDrawings(): () => void {
  measuring += 1;
  return () => {
    measuring -= 1;
    drawing = null;
    callAfterwards();
    if (measuring === 0) drawn = null;
  };
}

/** A drawing that has not ended goes on with newer results. Results that are drawn already are not drawn again. */
export function beginDrawing(results: unknown, now: number = performance.now()): void {
  if (measuring === 0 || results === drawn) return;
  began = now;
  drawing = { results, start: drawing?.start ?? now };
}

/**
 * Calls `report` with how long the next frame's painting takes, in ms. Painting is done on other threads, or in another
 * process, where the page notices it only by a late frame.
 */
export function timePainting(report: (ms: number) => void): void {
  requestAnimationFrame(() => {
    const start = performance.now();
    requestAnimationFrame(() => report(Math.max(0, performance.now() - start - FRAME_MS)));
  });
}

/** Half of the new wait comes from the one before, so that a single slow drawing has little effect. */
export function endDrawing(
  results: unknown,
  now: number = performance.now(),
  paint: typeof timePainting = timePainting,
): void {
  drawn = results;
  if (drawing === null || drawing.results !== results) return;
  const rendering = now - drawing.start;
  drawing = null;
  if (afterwards !== null) requestAnimationFrame(() => setTimeout(callAfterwards));
  paint((painting) => {
    const next = wait / 2 + rendering + painting;
    wait = Math.min(WAIT_MS.maxPartial, Math.max(WAIT_MS.min, next));
  });
}
