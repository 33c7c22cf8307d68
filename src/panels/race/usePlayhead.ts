import { useMemo } from 'react';
import { useStore } from '../../store/store.ts';

/** Positions along a race that can be distinguished; curves are not redrawn between two of them. */
const PLACES = 250;

/** The playhead as the curves use it: exact at rest, rounded down to a coarser position while it moves. */
function visibleStep(step: number, steps: number): number {
  const place = Math.max(1, steps / PLACES);
  return Number.isInteger(step) ? step : Math.floor(step / place) * place;
}

/** The position of a race's charts, and the function that moves it. */
export function usePlayhead() {
  const steps = useStore((state) => state.train.steps);
  const revealed = useStore((state) => visibleStep(state.revealed, state.train.steps));
  const playhead = useStore((state) => visibleStep(state.playhead, state.train.steps));
  const setPlay = useStore((state) => state.setPlay);
  const onScrub = useMemo(
    () => (step: number | null) => {
      const { revealed: seen, playing } = useStore.getState();
      if (step !== null && !playing) setPlay({ playhead: Math.min(step, seen) });
    },
    [setPlay],
  );
  return { steps, revealed, playhead, onScrub };
}
