import { createContext, use, useContext, useId } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { loadText } from '../../lessons/index.ts';
import type { TagName } from '../../lessons/tags.ts';
import { Tex } from '../../lessons/text/Tex.tsx';
import { InlineCode } from '../../lessons/text/tagsOfText.tsx';
import { useBeforeQuiz } from '../../store/class/beforeQuiz.ts';
import styles from './class.module.css';

interface WithText {
  readonly children?: ReactNode;
}
interface WithId extends WithText {
  readonly id: string;
}

const Nothing = (): null => null;
const Whole = ({ children }: WithText) => children;

/** Id of the question that the options belong to; `null` outside a question. */
const QuestionContext = createContext<string | null>(null);

const Step = ({ id, children }: WithId) => (id === 'quiz' ? children : null);

function Question({ id, children }: WithId) {
  return (
    <QuestionContext value={id}>
      <fieldset className={styles['question']} data-before={id}>
        {children}
      </fieldset>
    </QuestionContext>
  );
}

const Ask = ({ children }: WithText) => <legend>{children}</legend>;

function Option({ id, children }: WithId) {
  const question = useContext(QuestionContext) ?? '';
  const chosen = useBeforeQuiz((state) => state.options[question]);
  const choose = useBeforeQuiz((state) => state.choose);
  const name = useId();
  return (
    <label className={styles['option']}>
      <input
        type="radio"
        name={`${question}${name}`}
        value={id}
        checked={chosen === id}
        onChange={() => choose(question, id)}
      />
      <span>{children}</span>
    </label>
  );
}

const TAGS = {
  Step,
  Ask,
  Option,
  After: Nothing,
  Headline: Nothing,
  Question,
  Num: Nothing,
  Lane: Whole,
  Mark: Whole,
  Aside: Nothing,
  OnScreen: Nothing,
  Notes: Nothing,
  ThreeQuestions: Nothing,
  Code: Nothing,
} as const satisfies Record<TagName, unknown>;

const COMPONENTS: Readonly<Record<string, ComponentType<never>>> = {
  ...TAGS,
  Prediction: Whole,
  Tex,
  h1: Nothing,
  code: InlineCode,
};

/** The lesson's quiz, taken before the lesson: the same questions without their answers. */
export function BeforeQuiz() {
  const { language } = useI18n();
  const { default: Text } = use(loadText('choose', language));
  return (
    <div className={styles['quiz']}>
      <Text components={COMPONENTS} />
    </div>
  );
}
