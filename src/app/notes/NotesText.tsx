import { Suspense, useMemo } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { BESIDE_THE_LESSON, LessonReadingProvider } from '../../lessons/lessonContext.ts';
import { LessonText } from '../lesson/LessonText.tsx';

interface NotesTextProps {
  readonly chapter: string;
  readonly step: string;
}

/** What the speaker says on a step. */
export function NotesText({ chapter, step }: NotesTextProps) {
  const { language } = useI18n();
  const reading = useMemo(
    () => ({ ...BESIDE_THE_LESSON, mode: 'notes' as const, chapter, step }),
    [chapter, step],
  );
  return (
    <LessonReadingProvider value={reading}>
      <Suspense>
        <LessonText chapter={chapter} language={language} />
      </Suspense>
    </LessonReadingProvider>
  );
}
