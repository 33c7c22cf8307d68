import { flushSync } from 'react-dom';

/** Updates that wait, first come first; one is under way while it is not empty. */
const waiting: (() => void)[] = [];

function work(): void {
  const [update] = waiting;
  if (update !== undefined) flushSync(update);
  waiting.shift();
  if (waiting.length > 0) setTimeout(work, 0);
}

/**
 * Runs an update of the page in a task of its own, after those asked for before it: a slow device answers a
 * finger in between. The function returned takes it back.
 */
export function inTurn(update: () => void): () => void {
  waiting.push(update);
  if (waiting.length === 1) setTimeout(work, 0);
  return () => {
    const at = waiting.indexOf(update);
    if (at > 0) waiting.splice(at, 1);
    else if (at === 0) waiting[0] = () => undefined;
  };
}
