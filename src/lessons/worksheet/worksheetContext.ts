/** What the tags of a text know of the paper they are printed on. */
import { createContext, useContext } from 'react';
import type { Facts } from '../facts/facts.ts';
import type { Chapter } from '../schema.ts';

/** A place of the chapter, computed. */
export interface Computed {
  /** What is on the stage while the question is open. */
  readonly before: Facts;
  /** What is on it once the outcome is shown. */
  readonly after: Facts;
  /** The id of the right option; `null` where nothing, or nothing with options, is asked. */
  readonly correct: string | null;
}

export interface Worksheet {
  /** `questions`: the whole text and what it asks; `answers`: what came out, question by question. */
  readonly part: 'questions' | 'answers';
  readonly chapter: Chapter;
  /** By `chapter/step`, of a quiz `chapter/step/question`; empty where nothing has been computed. */
  readonly computed: ReadonlyMap<string, Computed>;
}

const Context = createContext<Worksheet | null>(null);
export const WorksheetProvider = Context.Provider;

export function useWorksheet(): Worksheet {
  const worksheet = useContext(Context);
  if (worksheet === null) throw new Error('a worksheet tag is used outside a worksheet');
  return worksheet;
}
