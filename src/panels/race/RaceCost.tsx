import { useMemo } from 'react';
import { raceSeconds } from '../../engine/train/cost.ts';
import { raceLane } from '../../engine/train/lanes.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import styles from './RaceTransport.module.css';

/** Seconds from which a class should know before it waits. */
const LONG = 5;

/** What a large race will cost, before it is computed; nothing for a small one. */
export function RaceCost() {
  const { format } = useI18n();
  const race = useRaceWords();
  const lab = useStore((state) => state.lab);
  const train = useStore((state) => state.train);
  const cores = navigator.hardwareConcurrency || 1;
  const seconds = useMemo(
    () =>
      raceSeconds(
        lab.lanes.map((lane) => raceLane(lab, lane, train).value),
        lab.seeds,
        cores,
      ),
    [lab, train, cores],
  );
  if (seconds < LONG) return null;
  // A guess of one digit, or of two.
  const about = Number(seconds.toPrecision(seconds < 20 ? 1 : 2));
  return (
    <p className={styles['cost']} role="note">
      {race.cost(format.duration(1000 * about), format.integer(cores))}
    </p>
  );
}
