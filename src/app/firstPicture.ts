import { useCallback, useEffect, useRef } from 'react';
import { runStatus } from '../store/state/selectors.ts';
import { useStore } from '../store/store.ts';
import { whenAtRest, whenQuiet } from '../ui/moments.ts';
import { usePageSettled } from '../ui/pending.ts';

/** Calls `run` once, when `ready` is true and the network is quiet. */
function useOnceQuiet(ready: boolean, run: () => void): void {
  const called = useRef(false);
  useEffect(() => {
    if (!ready || called.current) return;
    called.current = true;
    whenQuiet(run);
  }, [ready, run]);
}

/**
 * Calls `run` once, when the first picture is complete, including the parts that are loaded late, and the
 * network is quiet. On a slow machine a quiet network alone may only mean that the page is busy drawing.
 */
export function useAfterFirstPicture(run: () => void): void {
  const done = useStore((state) => runStatus(state) !== 'running');
  const settled = usePageSettled();
  useOnceQuiet(done && settled, run);
}

/** How long the reader is left alone with the first picture before anything is fetched ahead. */
const READING_MS = 3000;

/** Like `useAfterFirstPicture`, some seconds later, when the hands rest: for what the reader will probably want next. */
export function useWhileReading(run: () => void): void {
  useAfterFirstPicture(
    useCallback(() => void setTimeout(() => whenAtRest(run), READING_MS), [run]),
  );
}

/** Like `useAfterFirstPicture`, but does not wait for the run to finish, since a race may be long. */
export function useAfterFirstWords(run: () => void): void {
  useOnceQuiet(usePageSettled(), run);
}
