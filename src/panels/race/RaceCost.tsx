import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import styles from './RaceTransport.module.css';
import { useRaceSeconds } from './useRaceSeconds.ts';

/** The expected cost of a large race; renders nothing for a small one. */
export function RaceCost() {
  const { format } = useI18n();
  const race = useRaceWords();
  const { about, cores, isLong } = useRaceSeconds();
  if (!isLong) return null;
  return (
    <p className={styles['cost']} role="note">
      {race.cost(format.duration(1000 * about), format.integer(cores))}
    </p>
  );
}
