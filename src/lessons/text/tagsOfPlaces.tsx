import { Children, isValidElement } from 'react';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { useTurn } from '../../ui/useTurn.ts';
import styles from './text.module.css';
import { configFacts } from '../configFacts.ts';
import { placeOf } from '../index.ts';
import { FactsProvider, KeyProvider, useKey, useLessonReading } from '../lessonContext.ts';
import { Prediction } from './tagsOfQuestions.tsx';
import { H1 } from './tagsOfText.tsx';

interface PlaceProps {
  readonly id: string;
  readonly children?: ReactNode;
}

/** One screen of text; only the chapter's current step is rendered. */
export function Step({ id, children }: PlaceProps) {
  const { mode, chapter, step } = useLessonReading();
  const seen = useTurn(mode === 'page' && id === step);
  const key = `${chapter}/${id}`;
  if (mode === 'recap') {
    const { stage, questions } = placeOf(chapter, id).step;
    return (
      <KeyProvider value={key}>
        <FactsProvider value={configFacts(stage)}>
          {questions === undefined ? (
            <Recap>{only([H1, Prediction], children)}</Recap>
          ) : (
            only([Question], children)
          )}
        </FactsProvider>
      </KeyProvider>
    );
  }
  if (id !== step) return null;
  if (mode !== 'page') {
    const kept: readonly unknown[] = mode === 'notes' ? [Notes] : [Prediction, Question];
    return <KeyProvider value={key}>{only(kept, children)}</KeyProvider>;
  }
  return (
    <KeyProvider value={key}>
      <article className={styles['text']} data-step={id} data-math={seen ? undefined : 'later'}>
        {children}
      </article>
    </KeyProvider>
  );
}

/** The children that are of one of these kinds. */
const only = (kinds: readonly unknown[], children: ReactNode): ReactNode =>
  Children.toArray(children).filter((each) => isValidElement(each) && kinds.includes(each.type));

/** The speaker's notes, shown only in the speaker's window. */
export function Notes({ children }: { readonly children?: ReactNode }) {
  const { mode } = useLessonReading();
  if (mode !== 'notes') return null;
  return <div className={`${styles['text']} ${styles['notes']}`}>{children}</div>;
}

/** One question of a quiz. */
export function Question({ id, children }: PlaceProps) {
  const { mode, question } = useLessonReading();
  const key = `${useKey()}/${id}`;
  if (mode === 'recap') {
    return (
      <KeyProvider value={key}>
        <Recap>{only([Prediction], children)}</Recap>
      </KeyProvider>
    );
  }
  if (question !== id) return null;
  if (mode === 'answers') {
    return <KeyProvider value={key}>{only([Prediction], children)}</KeyProvider>;
  }
  return (
    <KeyProvider value={key}>
      <section data-question={id}>{children}</section>
    </KeyProvider>
  );
}

/** A question whose outcome has been shown: the question, the reader's answer, the outcome. */
function Recap({ children }: Omit<PlaceProps, 'id'>) {
  const key = useKey();
  const { answerState } = useLessonReading();
  const { recap } = useLessonWords();
  const format = useFormat();
  const { revealed, answered, option, outcome } = answerState(key);
  if (!revealed || outcome === null) return null;
  return (
    <section
      className={styles['recap']}
      data-recap={key}
      data-came={option === null ? 'open' : option === outcome ? 'right' : 'wrong'}
    >
      {children}
      {typeof outcome === 'number' && <p>{recap.sketch(format.plain(outcome))}</p>}
      {!answered && <p className={styles['skipped']}>{recap.skipped}</p>}
    </section>
  );
}
