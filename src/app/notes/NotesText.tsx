import { Suspense, useMemo } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { LessonPageProvider, NumbersProvider } from '../../lessons/lessonContext.ts';
import type { LessonPage } from '../../lessons/lessonContext.ts';
import type { Announced } from '../../store/classMessage.ts';
import { LessonText } from '../lesson/LessonText.tsx';

interface NotesTextProps {
  readonly chapter: string;
  readonly step: string;
  readonly numbers: Announced['numbers'];
}

const UNTOLD = { option: null, answered: false, revealed: false, outcome: null };

/** What the speaker says on a step; its numbers come from the lesson's window. */
export function NotesText({ chapter, step, numbers }: NotesTextProps) {
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
      <NumbersProvider value={numbers}>
        <Suspense>
          <LessonText chapter={chapter} language={language} />
        </Suspense>
      </NumbersProvider>
    </LessonPageProvider>
  );
}
