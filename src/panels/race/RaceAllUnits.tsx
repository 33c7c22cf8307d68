import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import { NudgeControl } from './NudgeControl.tsx';
import styles from './RaceAllUnits.module.css';
import { RaceUnits } from './RaceUnits.tsx';

interface RaceAllUnitsProps {
  /** Whether the panel has the control that nudges a weight. */
  readonly nudge: boolean;
  readonly titleLevel?: 2 | 3;
}

/** RaceUnits for every lane. */
export function RaceAllUnits({ nudge, titleLevel = 2 }: RaceAllUnitsProps) {
  const race = useRaceWords();
  const lanes = useStore((state) => state.lab.lanes.length);
  const Heading = `h${titleLevel}` as const;
  const several = lanes > 1;
  return (
    <div className={styles['all']}>
      {several && <Heading className={styles['title']}>{race.units}</Heading>}
      <div className={styles['units']}>
        {Array.from({ length: lanes }, (_, lane) => (
          <div key={lane} data-of-lane={lane}>
            <RaceUnits
              lane={lane}
              several={several}
              pushes={nudge}
              titleLevel={several ? 3 : titleLevel}
            />
          </div>
        ))}
      </div>
      {nudge && <NudgeControl />}
    </div>
  );
}
