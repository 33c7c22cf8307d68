import { useStore } from '../../store/store.ts';

/** The training step at which a lane is shown; `null` before training, which is always so in the lab. */
export const useLateStep = (lane: number): number | null =>
  useStore(({ stage, races }) => {
    const step = stage === 'race' ? (races[lane]?.inspection?.step ?? 0) : 0;
    return step > 0 ? step : null;
  });
