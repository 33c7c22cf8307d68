/** Shows less urgent parts of the page one by one, so that a slow device can paint and respond in between. */
import { startTransition, useEffect, useState } from 'react';
import { useMarkPending } from './pending.ts';

/** Longest wait for a paint, since a hidden window does not paint. */
const NO_PAINT_MS = 200;

/** Calls `run` in a separate task after the browser's next paint. */
export function afterPaint(run: () => void): void {
  let done = false;
  const once = (): void => {
    if (!done) run();
    done = true;
  };
  requestAnimationFrame(() => setTimeout(once, 0));
  setTimeout(once, NO_PAINT_MS);
}

/** First in, first out; the first entry has its turn. */
const queue: (() => void)[] = [];

const callFirst = (): void => queue[0]?.();

/** Queues `turn`; returns a function that ends the turn or leaves the queue. */
function queueUp(turn: () => void): () => void {
  queue.push(turn);
  if (queue.length === 1) afterPaint(callFirst);
  return () => {
    const at = queue.indexOf(turn);
    if (at >= 0) queue.splice(at, 1);
    if (at === 0) afterPaint(callFirst);
  };
}

/** Calls `run` once in a task of its own, after the turns that were queued before. Returns what cancels it. */
export function inTurn(run: () => void): () => void {
  const leave = queueUp(() => {
    leave();
    run();
  });
  return leave;
}

/** Whether this component's turn has come, that is, the parts queued before it have been painted. */
export function useTurn(wanted = true): boolean {
  const [come, setCome] = useState(false);
  useMarkPending(wanted && !come);
  useEffect(() => {
    if (!wanted || come) return undefined;
    // The cleanup leaves the queue once the part is drawn or the component unmounts.
    return queueUp(() => startTransition(() => setCome(true)));
  }, [wanted, come]);
  return come;
}
