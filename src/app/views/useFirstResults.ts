import { useEffect, useState } from 'react';
import { runStatus } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { useMarkPending } from '../../ui/pending.ts';

/** A run that takes longer computes while the rest is drawn, in ms. */
const MAX_WAIT_MS = 300;

/**
 * Whether the first run is done, or takes long: the controls, and the charts below the histograms, wait for it. Drawn
 * before, they would take the processor from the numbers that the page is to show first.
 */
export function useFirstResults(): boolean {
  const running = useStore((state) => runStatus(state) === 'running');
  const [come, setCome] = useState(!running);
  useMarkPending(!come);
  useEffect(() => {
    if (come) return undefined;
    const timer = setTimeout(() => setCome(true), running ? MAX_WAIT_MS : 0);
    return () => clearTimeout(timer);
  }, [come, running]);
  return come;
}
