import { flushSync } from 'react-dom';
import { begin } from './unfinished.ts';

interface Turn {
  update: () => void;
  readonly end: () => void;
}

/** Updates that wait, first come first; one is under way while it is not empty. */
const waiting: Turn[] = [];

function work(): void {
  const [turn] = waiting;
  if (turn === undefined) return;
  try {
    flushSync(turn.update);
  } finally {
    waiting.shift();
    turn.end();
    if (waiting.length > 0) setTimeout(work, 0);
  }
}

/**
 * Runs an update of the page in a task of its own, after those asked for before it: a slow device answers a
 * finger in between. The function returned takes it back.
 */
export function inTurn(update: () => void): () => void {
  const turn = { update, end: begin() };
  waiting.push(turn);
  if (waiting.length === 1) setTimeout(work, 0);
  return () => {
    turn.update = () => undefined;
  };
}
