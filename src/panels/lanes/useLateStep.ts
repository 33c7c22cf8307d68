import { useStore } from '../../store/store.ts';

/** The training step at which a lane is looked at; null at the start, which is all that a lab shows. */
export const useLateStep = (lane: number): number | null =>
  useStore(({ stage, races }) => {
    const step = stage === 'race' ? (races[lane]?.inspection?.step ?? 0) : 0;
    return step > 0 ? step : null;
  });
