import { Suspense } from 'react';
import { usePresentWords } from '../../i18n/presentWords.ts';
import { NotesMoves } from '../notes/NotesMoves.tsx';
import { NotesPlace } from '../notes/NotesPlace.tsx';
import { NotesText } from '../notes/NotesText.tsx';
import { Stopwatch } from '../notes/Stopwatch.tsx';
import { useSpeaker } from '../notes/useSpeaker.ts';
import { lessonHash } from '../route.ts';
import { Answers } from '../votes/Answers.tsx';
import { countable } from '../votes/countable.ts';
import styles from './Notes.module.css';

const NO_NUMBERS = {};

/** The speaker's window: what to say, what is asked, how long it has taken; it drives the lesson's window. */
export default function Notes({ keysOn }: { readonly keysOn: boolean }) {
  const { notes, votes } = usePresentWords();
  const { at, heard, revealed, outcome, move } = useSpeaker();
  const { chapter, step } = at.place;
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
            <a href={lessonHash(chapter.id, step.id)} target="_blank" rel="noopener">
              {notes.openLesson}
            </a>
          </>
        ) : (
          notes.follows
        )}
      </output>
      <NotesMoves at={at} heard={heard} move={move} keysOn={keysOn} />
      <div className={styles['columns']}>
        <section className={styles['say']} aria-label={notes.say} data-notes>
          <NotesText chapter={chapter.id} step={step.id} numbers={heard?.numbers ?? NO_NUMBERS} />
        </section>
        <section className={styles['question']} aria-labelledby="notes-question">
          <h2 id="notes-question">{counts ? votes.title : notes.question}</h2>
          {at.asks ? (
            <Answers
              chapter={chapter.id}
              step={step.id}
              question={at.question?.id ?? null}
              revealed={outcome !== null}
              outcome={outcome}
              counts={counts}
            />
          ) : (
            <p className={styles['quiet']}>{notes.ask}</p>
          )}
          {sketch && <p className={styles['quiet']}>{notes.sketch}</p>}
          {counts && outcome === null && !revealed && (
            <p className={styles['quiet']}>{notes.unknown}</p>
          )}
        </section>
      </div>
    </div>
  );
}
