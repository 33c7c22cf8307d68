/** The text of a chapter and its questions with empty boxes, without any outcome. */
import type { ComponentType } from 'react';
import { useFormat } from '../../i18n/I18n.tsx';
import { configFacts } from '../configFacts.ts';
import type { Facts } from '../facts/facts.ts';
import type { Step as StepData } from '../schema.ts';
import { placeOf } from '../index.ts';
import { FactsProvider, KeyProvider, useKey } from '../lessonContext.ts';
import { Num } from '../text/Num.tsx';
import type { TagName } from '../tags.ts';
import { Tex } from '../text/Tex.tsx';
import { InlineCode } from '../text/tagsOfText.tsx';
import { DrawingFigure, Figures } from './figures/StepFigures.tsx';
import { givenPanels } from './figures/stepFigures.ts';
import { Aside, Code, Lane, Mark, Nothing, ThreeBoxes } from './paperTags.tsx';
import type { WithId, WithText } from './paperTags.tsx';
import { useWorksheet } from './worksheetContext.ts';
import styles from './worksheet.module.css';

function Step({ id, children }: WithId) {
  const { chapter, computed } = useWorksheet();
  const { step } = placeOf(chapter.id, id);
  const key = `${chapter.id}/${id}`;
  return (
    <KeyProvider value={key}>
      <FactsProvider value={computed.get(key)?.before ?? configFacts(step.stage)}>
        <section className={styles['step']} data-sheet-step={id}>
          {children}
          {step.prediction.kind === 'none' && (
            <Given step={step} facts={computed.get(key)?.before} />
          )}
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
    <h2>
      <bdi>{format.integer(placeOf(chapter.id, step).stepIndex + 1)}</bdi> {children}
    </h2>
  );
}

function Question({ id, children }: WithId) {
  return <KeyProvider value={`${useKey()}/${id}`}>{children}</KeyProvider>;
}

interface GivenProps {
  readonly step: StepData;
  readonly facts: Facts | undefined;
}

/** What the step's stage shows before its question. */
const Given = ({ step, facts }: GivenProps) => (
  <Figures stage={step.stage} panels={givenPanels(step)} facts={facts ?? null} use="given" />
);

/** A question with its boxes, after what is given; with axes to draw on if it is about a picture. */
function Prediction({ children }: WithText) {
  const { chapter, computed } = useWorksheet();
  const key = useKey();
  const [, id = '', question] = key.split('/');
  const { step } = placeOf(chapter.id, id);
  const own = question === undefined;
  return (
    <>
      {own && <Given step={step} facts={computed.get(key)?.before} />}
      <div className={styles['question']} data-sheet-question={key}>
        <div className={styles['choices']}>{children}</div>
        {own && <DrawingFigure step={step} />}
      </div>
    </>
  );
}

function Ask({ children }: WithText) {
  const { chapter } = useWorksheet();
  const format = useFormat();
  const [, step = '', question] = useKey().split('/');
  const at = (placeOf(chapter.id, step).step.questions ?? []).findIndex(
    ({ id }) => id === question,
  );
  return (
    <p className={styles['ask']}>
      {at >= 0 && <span className={styles['number']}>{format.integer(at + 1)}.</span>}
      {children}
    </p>
  );
}

function Option({ id, children }: WithId) {
  return (
    <p className={styles['option']} data-option={id}>
      <span className={styles['box']} />
      <span>{children}</span>
    </p>
  );
}

const TAGS = {
  Step,
  Ask,
  Option,
  After: Nothing,
  Headline: Nothing,
  Question,
  Num,
  Lane,
  Mark,
  Aside,
  OnScreen: Nothing,
  Notes: Nothing,
  ThreeQuestions: ThreeBoxes,
  Code,
} as const satisfies Record<TagName, unknown>;

export const QUESTION_TAGS: Readonly<Record<string, ComponentType<never>>> = {
  ...TAGS,
  Prediction,
  Tex,
  h1: H1,
  code: InlineCode,
};
