import { useEffect, useState } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { usePresentWords } from '../../i18n/present/words.ts';
import { elapsedMs, STOPPED } from '../../store/class/classSession.ts';
import { toggleClock, useClass } from '../../store/class/classStore.ts';
import { Button } from '../../ui/Button.tsx';
import { clockText, elapsedText } from './clockText.ts';
import styles from './Stopwatch.module.css';

/** Short enough that no second is skipped. */
const TICK_MS = 250;

/** The duration of the lecture and the time of day; closing the window does not stop the stopwatch. */
export function Stopwatch() {
  const { format } = useI18n();
  const { notes } = usePresentWords();
  const clock = useClass((state) => state.session.clock);
  const setClock = useClass((state) => state.setClock);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const two = (value: number): string =>
    value < 10 ? format.integer(0) + format.integer(value) : format.integer(value);
  return (
    <div className={styles['watch']}>
      <p className={styles['elapsed']}>
        <span>{notes.elapsed}</span>
        <bdi data-elapsed>
          {elapsedText(elapsedMs(clock, Math.max(now, clock.since ?? 0)), two)}
        </bdi>
      </p>
      <div className={styles['buttons']}>
        <Button data-action="clock" onClick={() => setClock(toggleClock(clock, Date.now()))}>
          {clock.since === null ? notes.start : notes.pause}
        </Button>
        <Button kind="quiet" data-action="clock-reset" onClick={() => setClock(STOPPED)}>
          {notes.reset}
        </Button>
      </div>
      <p className={styles['now']}>
        <span>{notes.now}</span>
        <bdi>{clockText(new Date(now), two)}</bdi>
      </p>
    </div>
  );
}
