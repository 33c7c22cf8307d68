import { Suspense, use, useMemo } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { CHAPTERS, loadText } from '../index.ts';
import { LessonReadingProvider, useLessonReading } from '../lessonContext.ts';
import { choicesOf } from '../questions.ts';
import { Placeholder } from '../../ui/Placeholder.tsx';
import { COMPONENTS } from '../text/vocabulary.tsx';
import styles from '../text/text.module.css';

/** The reader's answers in all chapters, and the outcomes. */
export function RecapPanel() {
  const { recap } = useLessonWords();
  const { format } = useI18n();
  const { answerState } = useLessonReading();
  const keys = CHAPTERS.flatMap(choicesOf);
  const answered = keys.map(answerState).filter(({ revealed, answered: any }) => revealed && any);
  const right = answered.filter(({ option, outcome }) => option === outcome).length;
  return (
    <section data-recap-page className={styles['recapPage']}>
      {answered.length === 0 ? (
        <p>{recap.empty}</p>
      ) : (
        <p className={styles['sum']}>
          {recap.sum(format.integer(right), format.integer(answered.length))}
        </p>
      )}
      {CHAPTERS.map(({ id }) => (
        <Suspense key={id} fallback={<Placeholder />}>
          <RecapChapter chapter={id} />
        </Suspense>
      ))}
    </section>
  );
}

function RecapChapter({ chapter }: { readonly chapter: string }) {
  const { language } = useI18n();
  const reading = useLessonReading();
  const { default: Text } = use(loadText(chapter, language));
  const recap = useMemo(
    () => ({ ...reading, mode: 'recap' as const, chapter }),
    [reading, chapter],
  );
  return (
    <LessonReadingProvider value={recap}>
      <Text components={COMPONENTS} />
    </LessonReadingProvider>
  );
}
