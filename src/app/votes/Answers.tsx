import { Suspense, useMemo } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { BESIDE_THE_LESSON, LessonReadingProvider } from '../../lessons/lessonContext.ts';
import type { LessonReading } from '../../lessons/lessonContext.ts';
import { LessonText } from '../lesson/LessonText.tsx';
import styles from './Answers.module.css';
import { VoteCounter } from './VoteCounter.tsx';
import { VoteTools } from './VoteTools.tsx';

interface AnswersProps {
  readonly chapter: string;
  readonly step: string;
  readonly question: string | null;
  readonly revealed: boolean;
  readonly outcome: string | number | null;
  /** Whether hands can be counted: a sketch has no answers to choose from. */
  readonly counts: boolean;
}

/** The open question and its answers, each with a counter of hands. */
export function Answers({ chapter, step, question, revealed, outcome, counts }: AnswersProps) {
  const { language } = useI18n();
  const key = [chapter, step, ...(question === null ? [] : [question])].join('/');
  const reading = useMemo((): LessonReading => {
    const state = { option: null, answered: false, revealed, outcome };
    return {
      ...BESIDE_THE_LESSON,
      mode: 'answers',
      chapter,
      step,
      question,
      answerState: () => state,
      beside: counts ? (of, option) => <VoteCounter question={of} option={option} /> : () => null,
    };
  }, [chapter, step, question, revealed, outcome, counts]);
  return (
    <div className={styles['answers']}>
      <LessonReadingProvider value={reading}>
        <Suspense>
          <LessonText chapter={chapter} language={language} />
        </Suspense>
      </LessonReadingProvider>
      {counts && <VoteTools key={key} question={key} />}
    </div>
  );
}
