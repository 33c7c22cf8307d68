import { LIMITS } from '../../engine/lab/config.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import { Slider } from '../../ui/Slider.tsx';
import { WIDTHS } from './stops.ts';
import styles from './ShapeControls.module.css';

/** Stops of both fans: the lab's widths, and those the lesson mentions. */
const STOPS = [...new Set([...WIDTHS, 100, 200, 400, 784])].toSorted((a, b) => a - b);

/** Inputs and outputs of the single layer that the gauges and the libraries' defaults describe. */
export function ShapeControls() {
  const { format } = useI18n();
  const { shape } = useLessonWords();
  const dials = useLesson((state) => state.dials);
  const setDials = useLesson((state) => state.setDials);
  const { min, max } = LIMITS.width;
  return (
    <div className={styles['shape']}>
      {(['fanIn', 'fanOut'] as const).map((fan) => (
        <Slider
          key={fan}
          label={shape[fan]}
          control={fan}
          value={dials[fan]}
          text={shape.units(format.integer(dials[fan]))}
          min={min}
          max={max}
          stops={STOPS}
          onChange={(next) => setDials({ [fan]: next })}
        />
      ))}
    </div>
  );
}
