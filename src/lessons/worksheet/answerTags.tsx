/** The answers of a chapter: each question's right answer, and the text that explains it. */
import { Children, isValidElement } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { useFormat } from '../../i18n/I18n.tsx';
import { useWorksheetWords } from '../../i18n/worksheet/words.ts';
import { placeOf } from '../index.ts';
import { FactsProvider, KeyProvider, useKey } from '../lessonContext.ts';
import { NO_FACTS } from '../facts/facts.ts';
import { Num } from '../text/Num.tsx';
import type { TagName } from '../tags.ts';
import { Tex } from '../text/Tex.tsx';
import { InlineCode } from '../text/tagsOfText.tsx';
import { Figures } from './figures/StepFigures.tsx';
import { answerPanels } from './figures/stepFigures.ts';
import { Aside, Lane, Mark, Nothing } from './paperTags.tsx';
import type { WithId, WithText } from './paperTags.tsx';
import { useWorksheet } from './worksheetContext.ts';
import styles from './worksheet.module.css';

const ANSWERING: ReadonlySet<unknown> = new Set([H1, Prediction, After, Question]);
/** Races that run on request only have no outcome here, so only the title is kept. */
const TITLE: ReadonlySet<unknown> = new Set([H1]);

/** Only the children that answer: the title, the options and the text after them. */
function answering(children: ReactNode, kept = ANSWERING): ReactNode {
  return Children.toArray(children).filter((each) => isValidElement(each) && kept.has(each.type));
}

function Step({ id, children }: WithId) {
  const { chapter, computed } = useWorksheet();
  const words = useWorksheetWords();
  const { step } = placeOf(chapter.id, id);
  const waits = (step.revealed ?? step.stage).start === 'on-request';
  if (step.prediction.kind === 'none' && step.questions === undefined) return null;
  const key = `${chapter.id}/${id}`;
  return (
    <KeyProvider value={key}>
      <FactsProvider value={computed.get(key)?.after ?? NO_FACTS}>
        <section className={styles['answered']} data-sheet-answer={id}>
          {answering(children, waits ? TITLE : ANSWERING)}
          {waits && <p>{words.onRequest}</p>}
        </section>
      </FactsProvider>
    </KeyProvider>
  );
}

function H1({ children }: WithText) {
  const { chapter } = useWorksheet();
  const [, step = ''] = useKey().split('/');
  const format = useFormat();
  return (
    <h3>
      <bdi>{format.integer(placeOf(chapter.id, step).stepIndex + 1)}</bdi> {children}
    </h3>
  );
}

function Question({ id, children }: WithId) {
  const { chapter, computed } = useWorksheet();
  const format = useFormat();
  const parent = useKey();
  const [, step = ''] = parent.split('/');
  const key = `${parent}/${id}`;
  const at = (placeOf(chapter.id, step).step.questions ?? []).findIndex((each) => each.id === id);
  return (
    <KeyProvider value={key}>
      <FactsProvider value={computed.get(key)?.after ?? NO_FACTS}>
        <div className={styles['quizAnswer']} data-sheet-answer={id}>
          <bdi>{format.integer(at + 1)}.</bdi>
          <div>{answering(children)}</div>
        </div>
      </FactsProvider>
    </KeyProvider>
  );
}

/** The right option, and the pictures of the outcome. */
function Prediction({ children }: WithText) {
  const { chapter, computed } = useWorksheet();
  const key = useKey();
  const [, id = '', question] = key.split('/');
  const { step } = placeOf(chapter.id, id);
  const after = computed.get(key)?.after ?? null;
  return (
    <>
      {children}
      {question === undefined && after !== null && (
        <Figures
          stage={step.revealed ?? step.stage}
          panels={answerPanels(step)}
          facts={after}
          use="answer"
        />
      )}
    </>
  );
}

function Option({ id, children }: WithId) {
  const key = useKey();
  const { computed } = useWorksheet();
  if (computed.get(key)?.correct !== id) return null;
  return (
    <p className={styles['option']} data-right={id}>
      <span className={styles['box']}>✓</span>
      <strong>{children}</strong>
    </p>
  );
}

function After({ children }: WithText) {
  return <div className={styles['after']}>{children}</div>;
}

const TAGS = {
  Step,
  Ask: Nothing,
  Option,
  After,
  Headline: Nothing,
  Question,
  Num,
  Lane,
  Mark,
  Aside,
  OnScreen: Nothing,
  Notes: Nothing,
  ThreeQuestions: Nothing,
  Code: Nothing,
} as const satisfies Record<TagName, unknown>;

export const ANSWER_TAGS: Readonly<Record<string, ComponentType<never>>> = {
  ...TAGS,
  Prediction,
  Tex,
  h1: H1,
  code: InlineCode,
};
