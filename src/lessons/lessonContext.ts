/** What the tags of a text know of the page they stand on. */
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Facts } from './facts/facts.ts';
import { NO_FACTS } from './facts/facts.ts';
import type { Printed } from './facts/numbers.ts';

/** What became of one question. */
export interface AnswerState {
  /** The id of the option that was chosen; of a sketch, nothing. */
  readonly option: string | null;
  readonly answered: boolean;
  readonly revealed: boolean;
  /** The option the engine found right, or how far a sketch was off. */
  readonly outcome: string | number | null;
}

/** What a text shows. */
export interface LessonReading {
  /**
   * `recap`: every answered question of the chapter, one below the other, without the rest of the text.
   * In the speaker's window the step's `notes`, and its question with its `answers`.
   */
  readonly mode: 'page' | 'recap' | 'notes' | 'answers';
  readonly chapter: string;
  readonly step: string;
  /** The open question of a quiz. */
  readonly question: string | null;
  /** By `chapter/step`, of a quiz `chapter/step/question`. */
  readonly answerState: (key: string) => AnswerState;
  /** A race is running up to its end: its outcome is not shown yet. */
  readonly watching: 'no' | 'running' | 'to-be-started';
  /** What stands with an answer beside its text: votes. */
  readonly beside?: (key: string, option: string) => ReactNode;
  /** Whether the title takes the focus: not on the first page that is shown. */
  readonly focusTitle: boolean;
  /** The address of a step. */
  readonly hash: (chapter: string, step: string) => string;
}

/** A text beside the lesson, in another window or of another step: nothing is answered in it. */
export const BESIDE_THE_LESSON = {
  question: null,
  answerState: (): AnswerState => ({
    option: null,
    answered: false,
    revealed: false,
    outcome: null,
  }),
  watching: 'no',
  focusTitle: false,
  hash: () => '',
} as const satisfies Omit<LessonReading, 'mode' | 'chapter' | 'step'>;

const ReadingContext = createContext<LessonReading | null>(null);
export const LessonReadingProvider = ReadingContext.Provider;

export function useLessonReading(): LessonReading {
  const reading = useContext(ReadingContext);
  if (reading === null)
    throw new Error('a tag of a lesson is used outside a LessonReadingProvider');
  return reading;
}

/** What may be pressed or pointed at in a text. */
export interface TextActions {
  readonly choose: (key: string, option: string) => void;
  /** Marks a lane on the stage. */
  readonly point: (lane: number | null) => void;
}

/** Without a provider a text is there to be read. */
const ActionsContext = createContext<TextActions>({
  choose: () => undefined,
  point: () => undefined,
});
export const TextActionsProvider = ActionsContext.Provider;
export const useTextActions = (): TextActions => useContext(ActionsContext);

const FactsContext = createContext<Facts>(NO_FACTS);
export const FactsProvider = FactsContext.Provider;
export const useFacts = (): Facts => useContext(FactsContext);

/** Key of the question the tags belong to. */
const KeyContext = createContext('');
export const KeyProvider = KeyContext.Provider;
export const useKey = (): string => useContext(KeyContext);

/** Numbers another window has computed, by `numberName`; `null` where the results are in this one. */
const NumbersContext = createContext<Readonly<Record<string, Printed>> | null>(null);
export const NumbersProvider = NumbersContext.Provider;
export const useNumbers = (): Readonly<Record<string, Printed>> | null =>
  useContext(NumbersContext);
