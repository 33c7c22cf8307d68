import { use } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { usePresentWords } from '../../i18n/present/words.ts';
import { loadText } from '../../lessons/index.ts';
import { placeAfter } from '../lesson/useLessonStep.ts';
import type { LessonStep } from '../lesson/useLessonStep.ts';
import styles from './NotesPlace.module.css';

/** Chapter, step, title, and what comes next. */
export function NotesPlace({ at }: { readonly at: LessonStep }) {
  const { format } = useI18n();
  const lesson = useLessonWords();
  const words = usePresentWords();
  const { chapter, step, chapterIndex, stepIndex } = at.place;
  const n = format.integer;
  return (
    <div className={styles['place']}>
      <p className={styles['chapter']}>
        <span>{words.chapter(n(chapterIndex + 1), lesson.chapters[chapter.id])}</span>
        <bdi data-counter>{words.place(n(stepIndex + 1), n(chapter.steps.length))}</bdi>
      </p>
      <h1>
        <Title chapter={chapter.id} step={step.id} />
      </h1>
      <p className={styles['next']}>
        <Next at={at} />
      </p>
    </div>
  );
}

interface TitleProps {
  readonly chapter: string;
  readonly step: string;
}

function Title({ chapter, step }: TitleProps) {
  const { language } = useI18n();
  const { outline } = use(loadText(chapter, language));
  return outline.steps.find(({ id }) => id === step)?.title ?? '';
}

function Next({ at }: { readonly at: LessonStep }) {
  const { format } = useI18n();
  const { notes } = usePresentWords();
  const to = placeAfter(at, 1);
  if (to === null) return notes.end;
  const questions = to.place.step.questions ?? [];
  return (
    <>
      {notes.nextStep}{' '}
      {to.place === at.place ? (
        notes.nextQuestion(format.integer(to.question + 1), format.integer(questions.length))
      ) : (
        <Title chapter={to.place.chapter.id} step={to.place.step.id} />
      )}
    </>
  );
}
