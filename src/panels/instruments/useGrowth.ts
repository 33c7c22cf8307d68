import { useEffect } from 'react';
import { NEURON_INPUTS } from '../../engine/lecture/neuronSums.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';

/** Values of n on the way to the hundred that the lesson asks about: squares, so that √n grows evenly. */
const WAY = [4, 9, 16, 25, 36, 49, 64, 81, 100] as const;
const STEP_MS = 160;

/**
 * Turns the dial from one input to a hundred if nobody has touched it yet, in one step for readers who prefer
 * reduced motion. Touching the dial stops it.
 */
export function useGrowth(wanted: boolean): void {
  useEffect(() => {
    const { dials, setDials } = useLesson.getState();
    if (!wanted || dials.inputs !== NEURON_INPUTS.min) return undefined;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const way: readonly number[] = still ? WAY.slice(-1) : WAY;
    let before: number = NEURON_INPUTS.min;
    let taken = 0;
    const timer = setInterval(() => {
      const next = way[taken];
      if (next === undefined || useLesson.getState().dials.inputs !== before) {
        clearInterval(timer);
        return;
      }
      setDials({ inputs: next });
      before = next;
      taken += 1;
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [wanted]);
}
