import { Suspense, useMemo } from 'react';
import type { ReactNode } from 'react';
import { usePresentWords } from '../../i18n/present/words.ts';
import { configFacts } from '../../lessons/configFacts.ts';
import { FactsProvider, NumbersProvider } from '../../lessons/lessonContext.ts';
import type { Facts } from '../../lessons/facts/facts.ts';
import type { Announced } from '../../store/class/classMessage.ts';
import { NotesMoves } from '../notes/NotesMoves.tsx';
import { NotesPlace } from '../notes/NotesPlace.tsx';
import { NotesText } from '../notes/NotesText.tsx';
import { Stopwatch } from '../notes/Stopwatch.tsx';
import { usePrecomputedAnswer } from '../notes/usePrecomputedAnswer.ts';
import { useSpeaker } from '../notes/useSpeaker.ts';
import type { Speaker } from '../notes/useSpeaker.ts';
import { lessonHash } from '../address/route.ts';
import { Answers } from '../votes/Answers.tsx';
import { countable } from '../votes/countable.ts';
import styles from './Notes.module.css';

/** The speaker's window: notes, the question, the time; it also controls the lesson's window. */
export function Notes({ keysOn }: { readonly keysOn: boolean }) {
  const { notes, votes } = usePresentWords();
  const { at, heard, revealed, outcome, move } = useSpeaker();
  const ahead = usePrecomputedAnswer(at);
  const { chapter, step } = at.place;
  const right = outcome ?? ahead.right;
  const counts = countable(step, at.question);
  const sketch = step.prediction.kind === 'sketch';
  return (
    <div className={styles['notes']} data-follows={heard !== null}>
      <header className={styles['top']}>
        <Suspense fallback={<div className={styles['coming']} />}>
          <NotesPlace at={at} />
        </Suspense>
        <Stopwatch />
      </header>
      <output className={styles['state']}>
        {heard === null ? (
          <>
            {notes.alone}{' '}
            <a
              href={lessonHash({ chapter: chapter.id, step: step.id })}
              target="_blank"
              rel="noopener"
            >
              {notes.openLesson}
            </a>
          </>
        ) : (
          notes.follows
        )}
      </output>
      <NotesMoves at={at} heard={heard} move={move} keysOn={keysOn} />
      <Numbers at={at} told={heard?.numbers ?? null} ahead={ahead.facts}>
        <div className={styles['columns']}>
          <section className={styles['say']} aria-label={notes.say} data-notes>
            <NotesText chapter={chapter.id} step={step.id} />
          </section>
          <section className={styles['question']} aria-labelledby="notes-question">
            <h2 id="notes-question">{counts ? votes.title : notes.question}</h2>
            {at.asks ? (
              <Answers
                chapter={chapter.id}
                step={step.id}
                question={at.question?.id ?? null}
                revealed={right !== null}
                outcome={right}
                counts={counts}
              />
            ) : (
              <p className={styles['quiet']}>{notes.ask}</p>
            )}
            {sketch && <p className={styles['quiet']}>{notes.sketch}</p>}
            {counts && outcome === null && !revealed && (
              <p className={styles['quiet']} data-ahead={right !== null}>
                {right !== null && notes.ahead}
                {right === null && (ahead.failed ? notes.unknown : notes.computing)}
              </p>
            )}
          </section>
        </div>
      </Numbers>
    </div>
  );
}

interface NumbersProps extends Pick<Speaker, 'at'> {
  readonly told: Announced['numbers'] | null;
  readonly ahead: Facts | null;
  readonly children: ReactNode;
}

/**
 * Provides the numbers sent by the lesson's window; otherwise those computed here or known from the step's
 * settings.
 */
function Numbers({ at, told, ahead, children }: NumbersProps) {
  const facts = useMemo(() => configFacts(at.stage), [at.stage]);
  return (
    <FactsProvider value={ahead ?? facts}>
      <NumbersProvider value={told}>{children}</NumbersProvider>
    </FactsProvider>
  );
}
