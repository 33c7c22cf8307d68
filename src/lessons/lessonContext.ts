/** Contexts through which the tags of a text get the state of their page. */
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Facts } from './facts/facts.ts';
import { NO_FACTS } from './facts/facts.ts';
import type { Printed } from './facts/numbers.ts';

/** The state of one question. */
export interface AnswerState {
  /** The id of the chosen option; `null` without an answer, and for a sketch. */
  readonly option: string | null;
  readonly answered: boolean;
  readonly revealed: boolean;
  /** The id of the right option according to the engine, or the error of a sketch. */
  readonly outcome: string | number | null;
}

/** The state of the lesson that a text shows. */
export interface LessonReading {
  /**
   * `recap`: all answered questions of the chapter, without the rest of the text. In the speaker's window,
   * `notes`: the step's notes; `answers`: its question with the answers.
   */
  readonly mode: 'page' | 'recap' | 'notes' | 'answers';
  readonly chapter: string;
  readonly step: string;
  /** The open question of a quiz. */
  readonly question: string | null;
  /** By `chapter/step`; for a quiz `chapter/step/question`. */
  readonly answerState: (key: string) => AnswerState;
  /** Whether a race is still running or has yet to be started: its outcome is not shown before the end. */
  readonly watching: 'no' | 'running' | 'to-be-started';
  /** Content shown beside an answer: votes. */
  readonly beside?: (key: string, option: string) => ReactNode;
  /** The element over the stage that headlines are drawn in. */
  readonly headlinePlace?: HTMLElement | null;
  /** Whether the title takes the focus; false on the first page shown. */
  readonly focusTitle: boolean;
  /** The address of a step. */
  readonly hash: (chapter: string, step: string) => string;
}

/** For a text in another window or of another step, where nothing can be answered. */
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

/** Actions of the elements in a text that can be pressed or pointed at. */
export interface TextActions {
  readonly choose: (key: string, option: string) => void;
  /** Marks a lane on the stage. */
  readonly point: (lane: number | null) => void;
}

/** Without a provider the text is read-only. */
const ActionsContext = createContext<TextActions>({
  choose: () => undefined,
  point: () => undefined,
});
export const TextActionsProvider = ActionsContext.Provider;
export const useTextActions = (): TextActions => useContext(ActionsContext);

const FactsContext = createContext<Facts>(NO_FACTS);
export const FactsProvider = FactsContext.Provider;
export const useFacts = (): Facts => useContext(FactsContext);

/** Key of the question that the tags belong to. */
const KeyContext = createContext('');
export const KeyProvider = KeyContext.Provider;
export const useKey = (): string => useContext(KeyContext);

/** Numbers computed by another window, by `numberName`; `null` if the results are in this window. */
const NumbersContext = createContext<Readonly<Record<string, Printed>> | null>(null);
export const NumbersProvider = NumbersContext.Provider;
export const useNumbers = (): Readonly<Record<string, Printed>> | null =>
  useContext(NumbersContext);
