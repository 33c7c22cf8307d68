import { use, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useGlossaryWords } from '../../i18n/glossary/words.ts';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { symbolsIn } from '../../i18n/glossary/symbols.ts';
import { useWorksheetWords } from '../../i18n/worksheet/words.ts';
import { MathSymbol } from '../../ui/MathSymbol.tsx';
import { loadText, placeOf } from '../index.ts';
import { ANSWER_TAGS } from './answerTags.tsx';
import { QUESTION_TAGS } from './questionTags.tsx';
import { WorksheetProvider } from './worksheetContext.ts';
import type { Computed } from './worksheetContext.ts';
import styles from './worksheet.module.css';

interface WorksheetProps {
  readonly chapter: string;
  /** Empty if nothing has been computed; then there are no answers. */
  readonly computed: ReadonlyMap<string, Computed>;
  /** Address of the chapter, printed at its head. */
  readonly address: ReactNode;
}

/** A chapter on paper: text, questions and symbols, with the answers on a separate page. */
export function Worksheet({ chapter: id, computed, address }: WorksheetProps) {
  const { language, dir, format } = useI18n();
  const lesson = useLessonWords();
  const words = useWorksheetWords();
  const { default: Text } = use(loadText(id, language));
  const { chapter, chapterIndex } = placeOf(id, null);
  const questions = useMemo(
    () => ({ part: 'questions', chapter, computed }) as const,
    [chapter, computed],
  );
  const answers = useMemo(
    () => ({ part: 'answers', chapter, computed }) as const,
    [chapter, computed],
  );
  return (
    <article className={styles['sheet']} lang={language} dir={dir} data-worksheet={id}>
      <header className={styles['head']}>
        {address}
        <p>
          {words.heading} · {words.chapter(format.integer(chapterIndex + 1))}
        </p>
        <h1>{lesson.chapters[chapter.id]}</h1>
        <p className={styles['who']}>
          <span>{words.name}</span>
          <span>{words.date}</span>
        </p>
        <p className={styles['instruction']}>{words.instruction}</p>
      </header>
      <WorksheetProvider value={questions}>
        <Text components={QUESTION_TAGS} />
      </WorksheetProvider>
      <section className={styles['answers']} data-answers>
        <h1>
          {words.answers} · {lesson.chapters[chapter.id]}
        </h1>
        {computed.size === 0 ? (
          <p>{words.missing}</p>
        ) : (
          <WorksheetProvider value={answers}>
            <Text components={ANSWER_TAGS} />
          </WorksheetProvider>
        )}
        <Symbols chapter={id} />
      </section>
    </article>
  );
}

function Symbols({ chapter }: { readonly chapter: string }) {
  const { language } = useI18n();
  const { symbols } = useWorksheetWords();
  const { terms } = useGlossaryWords();
  const { outline } = use(loadText(chapter, language));
  const { rows } = symbolsIn(outline.steps.flatMap(({ formulas }) => formulas));
  if (rows.length === 0) return null;
  return (
    <section className={styles['symbols']}>
      <h2>{symbols}</h2>
      <dl>
        {rows.map(({ id, symbol }) => (
          <div key={id}>
            <dt>
              <MathSymbol text={symbol} />
            </dt>
            <dd>
              <strong>{terms[id].name}:</strong> {terms[id].about}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
