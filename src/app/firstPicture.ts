import { useEffect, useRef } from 'react';
import { runStatus } from '../store/state/selectors.ts';
import { useStore } from '../store/store.ts';
import { whenQuiet } from '../ui/moments.ts';
import { usePageSettled } from '../ui/pending.ts';

/** Calls back once, when `ready` and the network is quiet. */
function useOnceQuiet(ready: boolean, run: () => void): void {
  const called = useRef(false);
  useEffect(() => {
    if (!ready || called.current) return;
    called.current = true;
    whenQuiet(run);
  }, [ready, run]);
}

/**
 * Calls back once, when the first picture is there with the parts of it that come late, and the network is quiet: on a slow
 * machine a quiet network alone means only that the page is busy drawing.
 */
export function useAfterFirstPicture(run: () => void): void {
  const done = useStore((state) => runStatus(state) !== 'running');
  const settled = usePageSettled();
  useOnceQuiet(done && settled, run);
}

/** The same without waiting for the run: a race may be long. */
export function useAfterFirstWords(run: () => void): void {
  useOnceQuiet(usePageSettled(), run);
}
