import { Suspense, use, useMemo } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { CHAPTERS, loadText } from '../index.ts';
import { LessonPageProvider, useLessonPage } from '../lessonContext.ts';
import { choicesOf } from '../questions.ts';
import { Coming } from '../../ui/Coming.tsx';
import { COMPONENTS } from '../text/vocabulary.tsx';
import styles from '../text/text.module.css';

/** What the reader thought in all chapters, and what happened. */
export function RecapPanel() {
  const { recap } = useLessonWords();
  const { format } = useI18n();
  const { told } = useLessonPage();
  const keys = CHAPTERS.flatMap(choicesOf);
  const answered = keys.map(told).filter(({ revealed, answered: any }) => revealed && any);
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
        <Suspense key={id} fallback={<Coming />}>
          <RecapChapter chapter={id} />
        </Suspense>
      ))}
    </section>
  );
}

function RecapChapter({ chapter }: { readonly chapter: string }) {
  const { language } = useI18n();
  const page = useLessonPage();
  const { default: Text } = use(loadText(chapter, language));
  const recap = useMemo(() => ({ ...page, mode: 'recap' as const, chapter }), [page, chapter]);
  return (
    <LessonPageProvider value={recap}>
      <Text components={COMPONENTS} />
    </LessonPageProvider>
  );
}
