import { useEffect, useRef } from 'react';
import { runStatus } from '../store/state/selectors.ts';
import { useStore } from '../store/store.ts';
import { whenQuiet } from '../ui/moments.ts';
import { usePageSettled } from '../ui/pending.ts';

/**
 * Calls back once, when the first picture is there with the parts of it that come late, and the network is quiet: on a slow
 * machine a quiet network alone means only that the page is busy drawing.
 */
export function useAfterFirstPicture(run: () => void): void {
  const called = useRef(false);
  const done = useStore((state) => runStatus(state) !== 'running');
  const settled = usePageSettled();
  useEffect(() => {
    if (!done || !settled || called.current) return;
    called.current = true;
    whenQuiet(run);
  }, [done, settled, run]);
}
