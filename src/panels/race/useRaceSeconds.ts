import { useMemo } from 'react';
import { raceSeconds } from '../../engine/train/cost.ts';
import { raceLane } from '../../engine/train/lanes.ts';
import { useStore } from '../../store/store.ts';

/** Races longer than this, in seconds, are announced to a class in advance. */
const LONG = 5;

export interface RaceTime {
  /** An estimate in seconds, with one significant digit below 20 s and two above. */
  readonly about: number;
  readonly cores: number;
  readonly isLong: boolean;
}

/** Estimates how long the race on the stage takes on this device. */
export function useRaceSeconds(): RaceTime {
  const lab = useStore((state) => state.lab);
  const train = useStore((state) => state.train);
  const cores = useStore((state) => state.threads);
  return useMemo(() => {
    const lanes = lab.lanes.map((lane) => raceLane(lab, lane, train).value);
    const seconds = raceSeconds(lanes, lab.seeds, cores);
    const about = Number(seconds.toPrecision(seconds < 20 ? 1 : 2));
    return { about, cores, isLong: seconds >= LONG };
  }, [lab, train, cores]);
}
