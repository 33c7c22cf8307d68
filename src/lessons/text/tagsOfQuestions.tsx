import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import styles from './text.module.css';
import { useKey, useTextActions, useLessonReading } from '../lessonContext.ts';

interface WithText {
  readonly children?: ReactNode;
}

/** A question with its answers. */
export function Prediction({ children }: WithText) {
  return <fieldset className={styles['prediction']}>{children}</fieldset>;
}

export function Ask({ children }: WithText) {
  return <legend className={styles['ask']}>{children}</legend>;
}

interface OptionProps extends WithText {
  readonly id: string;
}

/** An answer: selectable before the outcome is shown, marked as right or wrong afterwards. */
export function Option({ id, children }: OptionProps) {
  const key = useKey();
  const { answerState, mode, beside } = useLessonReading();
  const { choose } = useTextActions();
  const { answers } = useLessonWords();
  const { option, revealed, outcome } = answerState(key);
  const chosen = option === id;
  const right = revealed && outcome === id;
  if (mode === 'answers') {
    return (
      <div className={styles['told']} data-option={id} data-right={right}>
        <span>{children}</span>
        {right && <Right>{answers.correct}</Right>}
        {beside?.(key, id)}
      </div>
    );
  }
  if (mode === 'recap' && !chosen && !right) return null;
  return (
    <label
      className={styles['option']}
      data-option={id}
      data-chosen={chosen}
      data-right={right}
      data-revealed={revealed}
    >
      <input
        type="radio"
        name={key}
        value={id}
        checked={chosen}
        disabled={revealed || mode === 'recap'}
        onChange={() => choose(key, id)}
      />
      <span className={styles['answer']}>{children}</span>
      {(right || (chosen && revealed)) && (
        <span className={styles['tag']} data-tag>
          {right && <Check aria-hidden size="1em" />}
          {[chosen ? answers.yours : null, right ? answers.correct : null]
            .filter((each) => each !== null)
            .join(' · ')}
        </span>
      )}
      {(mode === 'page' || right) && beside?.(key, id)}
    </label>
  );
}

function Right({ children }: WithText) {
  return (
    <span className={styles['tag']}>
      <Check aria-hidden size="1em" />
      {children}
    </span>
  );
}

/** Text shown with the outcome; read out when it appears. */
export function After({ children }: WithText) {
  const key = useKey();
  const { answerState, mode, watching } = useLessonReading();
  const { answers } = useLessonWords();
  const { option, answered, revealed, outcome } = answerState(key);
  const ref = useRef<HTMLDivElement>(null);
  const covered = useRef(!revealed);
  useEffect(() => {
    const shown = revealed && covered.current;
    covered.current = !revealed;
    if (!shown) return;
    // On a phone the text may appear below the visible part of the page.
    ref.current?.scrollIntoView({ block: 'nearest' });
    // The button that was pressed no longer exists, so the focus moves here.
    ref.current?.focus({ preventScroll: true });
  }, [revealed]);
  if (mode !== 'page') return null;
  const verdict =
    outcome === null || typeof outcome === 'number'
      ? null
      : !answered
        ? answers.skipped
        : option === outcome
          ? answers.right
          : answers.wrong;
  return (
    <div
      ref={ref}
      tabIndex={-1}
      className={styles['after']}
      aria-live="polite"
      data-after={revealed}
    >
      {revealed && outcome === null && watching !== 'no' && (
        <p>{watching === 'running' ? answers.watch : answers.start}</p>
      )}
      {revealed && (outcome !== null || watching === 'no') && (
        <>
          {verdict !== null && (
            <p className={styles['verdict']} data-answered={answered}>
              {verdict}
            </p>
          )}
          {children}
        </>
      )}
    </div>
  );
}
