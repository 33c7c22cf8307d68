import { useMemo } from 'react';
import { useStore } from '../../store/store.ts';

/** Places along a race that can be told apart; a curve is not drawn again in between. */
const PLACES = 250;

/** The playhead as the curves see it: every step of a race at rest, a coarser one while it moves. */
function visibleStep(step: number, steps: number): number {
  const place = Math.max(1, steps / PLACES);
  return Number.isInteger(step) ? step : Math.floor(step / place) * place;
}

/** Where a chart of the race stands, and what moves it there. */
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
