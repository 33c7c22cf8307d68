/** Parts of the page that need not be there at once come one by one: a slow device shows and answers in between. */
import { startTransition, useEffect, useState } from 'react';
import { useMarkPending } from './pending.ts';

/** Longest wait for a paint: in a window nobody sees, none comes. */
const NO_PAINT_MS = 200;

/** Calls back in a task of its own after the browser's next paint. */
export function afterPaint(run: () => void): void {
  let done = false;
  const once = (): void => {
    if (!done) run();
    done = true;
  };
  requestAnimationFrame(() => setTimeout(once, 0));
  setTimeout(once, NO_PAINT_MS);
}

/** First come, first served; the first has its turn. */
const queue: (() => void)[] = [];

const callFirst = (): void => queue[0]?.();

/** Returns a function that ends the turn, or leaves the queue. */
function queueUp(turn: () => void): () => void {
  queue.push(turn);
  if (queue.length === 1) afterPaint(callFirst);
  return () => {
    const at = queue.indexOf(turn);
    if (at >= 0) queue.splice(at, 1);
    if (at === 0) afterPaint(callFirst);
  };
}

/** Whether this component's turn has come: after what came before it has been painted. */
export function useTurn(wanted = true): boolean {
  const [come, setCome] = useState(false);
  useMarkPending(wanted && !come);
  useEffect(() => {
    if (!wanted || come) return undefined;
    // Left when the turn has been drawn, and when the component goes.
    return queueUp(() => startTransition(() => setCome(true)));
  }, [wanted, come]);
  return come;
}
