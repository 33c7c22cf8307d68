/** When what has changed is drawn: a short run once, when it is done, and not also when it was asked for or half-way. */
import { drawWait } from './drawPace.ts';

/** Runs that take longer are drawn while they are computed, in ms. */
const SHORT_RUN_MS = 48;

/** The drawing to come: when it was asked for, and its timer. */
let next: { readonly asked: number; readonly timer: ReturnType<typeof setTimeout> } | null = null;

/** To be called for every change; calls `draw` once for all that follow one another. */
export function drawSoon(draw: () => void, computing: boolean): void {
  const now = performance.now();
  const asked = next?.asked ?? now;
  if (next !== null) clearTimeout(next.timer);
  const wait = computing ? Math.max(SHORT_RUN_MS, drawWait()) : drawWait();
  const run = (): void => {
    next = null;
    draw();
  };
  next = { asked, timer: setTimeout(run, Math.max(0, asked + wait - now)) };
}
