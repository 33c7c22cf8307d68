/** Context through which the tags of a text get the computed results of their worksheet. */
import { createContext, useContext } from 'react';
import type { Facts } from '../facts/facts.ts';
import type { Chapter } from '../schema.ts';

/** The computed results of a place in the chapter. */
export interface Computed {
  /** The results on the stage while the question is open. */
  readonly before: Facts;
  /** The results on the stage once the outcome is shown. */
  readonly after: Facts;
  /** The id of the right option; `null` if nothing is asked or the question has no options. */
  readonly correct: string | null;
}

export interface Worksheet {
  /** `questions`: the whole text with its questions; `answers`: the outcome of each question. */
  readonly part: 'questions' | 'answers';
  readonly chapter: Chapter;
  /** By `chapter/step`; for a quiz `chapter/step/question`. Empty if nothing has been computed. */
  readonly computed: ReadonlyMap<string, Computed>;
}

const Context = createContext<Worksheet | null>(null);
export const WorksheetProvider = Context.Provider;

export function useWorksheet(): Worksheet {
  const worksheet = useContext(Context);
  if (worksheet === null) throw new Error('a worksheet tag is used outside a worksheet');
  return worksheet;
}
