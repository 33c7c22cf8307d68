/** When what has changed is drawn: a short run once, when it is done, and not also when it was asked for or half-way. */
import { drawWait, nextDrawing, partialDrawWait } from './drawPace.ts';

/** Runs that take longer are drawn while they are computed, in ms: what comes within 100 ms seems immediate. */
const SHORT_RUN_MS = 100;
/** The same while a slider moves, and each run may be replaced by the next before it is done. */
const SHORT_RUN_OF_SLIDER_MS = 48;

/** The drawing to come: when it was asked for, and its timer. */
let next: { readonly asked: number; readonly timer: ReturnType<typeof setTimeout> } | null = null;

const partialWait = (moving: boolean): number =>
  moving ? Math.max(SHORT_RUN_OF_SLIDER_MS, drawWait()) : Math.max(SHORT_RUN_MS, partialDrawWait());

/** What is going on when something has changed: a run that is not done, a slider that moves. */
export interface Activity {
  readonly computing: boolean;
  readonly moving: boolean;
}

/** To be called for every change; calls `draw` once for all that follow one another. */
export function drawSoon(draw: () => void, { computing, moving }: Activity): void {
  const now = performance.now();
  const asked = next?.asked ?? now;
  if (next !== null) clearTimeout(next.timer);
  const at = computing ? asked + partialWait(moving) : nextDrawing(asked);
  const run = (): void => {
    next = null;
    draw();
  };
  next = { asked, timer: setTimeout(run, Math.max(0, at - now)) };
}
