import { Suspense, useMemo } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { LessonPageProvider } from '../../lessons/lessonContext.ts';
import type { LessonPage } from '../../lessons/lessonContext.ts';
import { LessonText } from '../lesson/LessonText.tsx';

interface NotesTextProps {
  readonly chapter: string;
  readonly step: string;
}

const UNTOLD = { option: null, answered: false, revealed: false, outcome: null };

/** What the speaker says on a step. */
export function NotesText({ chapter, step }: NotesTextProps) {
  const { language } = useI18n();
  const page = useMemo(
    (): LessonPage => ({
      mode: 'notes',
      chapter,
      step,
      question: null,
      told: () => UNTOLD,
      choose: () => undefined,
      point: () => undefined,
      focusTitle: false,
      watching: false,
      hash: () => '',
    }),
    [chapter, step],
  );
  return (
    <LessonPageProvider value={page}>
      <Suspense>
        <LessonText chapter={chapter} language={language} />
      </Suspense>
    </LessonPageProvider>
  );
}
