/** What the tags of a text know of the page they stand on. */
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Facts } from './facts/facts.ts';
import { NO_FACTS } from './facts/facts.ts';
import type { Printed } from './facts/numbers.ts';

/** What became of one question. */
export interface Told {
  /** The id of the option that was chosen; of a sketch, nothing. */
  readonly option: string | null;
  readonly answered: boolean;
  readonly revealed: boolean;
  /** The option the engine found right, or how far a sketch was off. */
  readonly outcome: string | number | null;
}

export interface LessonPage {
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
  readonly told: (key: string) => Told;
  /** A race is running up to its end: what came out of it is not told yet. */
  readonly watching: boolean;
  readonly choose: (key: string, option: string) => void;
  /** What stands with an answer beside its text: votes. */
  readonly beside?: (key: string, option: string) => ReactNode;
  /** Marks a lane on the stage. */
  readonly point: (lane: number | null) => void;
  /** Whether the title takes the focus: not on the first page that is shown. */
  readonly focusTitle: boolean;
  /** The address of a step. */
  readonly hash: (chapter: string, step: string) => string;
}

const PageContext = createContext<LessonPage | null>(null);
export const LessonPageProvider = PageContext.Provider;

export function useLessonPage(): LessonPage {
  const page = useContext(PageContext);
  if (page === null) throw new Error('a tag of a lesson stands in a lesson');
  return page;
}

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
