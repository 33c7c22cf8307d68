import { Play } from 'lucide-react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './RaceTransport.module.css';
import { useRaceSeconds } from './useRaceSeconds.ts';

/** The expected cost of the race, and the button that starts it. */
export function RaceStart() {
  const { format } = useI18n();
  const race = useRaceWords();
  const goOn = useStore((state) => state.goOn);
  const { about, cores } = useRaceSeconds();
  return (
    <section className={styles['waiting']} aria-label={race.startRace}>
      <p role="note">{race.startCost(format.duration(1000 * about), format.integer(cores))}</p>
      <Button kind="strong" data-action="start-race" onClick={goOn}>
        <Play aria-hidden size="1.1em" />
        {race.startRace}
      </Button>
    </section>
  );
}
