import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './RaceInside.module.css';

/** The amount added to one weight. */
export const NUDGE = 0.01;

/** Adds NUDGE to one weight of every lane before training, or undoes that. */
export function NudgeControl() {
  const { format, dir } = useI18n();
  const race = useRaceWords();
  const nudge = useStore((state) => state.train.nudge);
  const setTrain = useStore((state) => state.setTrain);
  const n = format.integer;
  return (
    <div className={styles['nudge']} dir={dir}>
      {nudge === null ? (
        <Button
          data-action="nudge"
          onClick={() => setTrain({ nudge: { layer: 1, unit: 1, input: 1, amount: NUDGE } })}
        >
          {race.nudge}
        </Button>
      ) : (
        <>
          <p>{race.nudgeAt(n(nudge.layer), n(nudge.unit), n(nudge.input))}</p>
          <Button data-action="unnudge" onClick={() => setTrain({ nudge: null })}>
            {race.unnudge}
          </Button>
        </>
      )}
    </div>
  );
}
